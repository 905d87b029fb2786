/// Takes and assets as pictures: what turns plates into images, and the one virtualised sheet of
/// cards that Art and Review share.
package studio.backlot.ui.gallery;
