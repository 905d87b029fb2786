/// Faces in pictures, found so that somebody can be asked about them.
///
/// Backlot finds *that* there is a face and where; it never says whose. No points of a face, no
/// numbers that describe one and no comparison of two faces belong here: what is not computed can
/// be neither kept nor asked for. Start with [studio.backlot.likeness.FaceFinder].
package studio.backlot.likeness;
