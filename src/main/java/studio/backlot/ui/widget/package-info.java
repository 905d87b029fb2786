/// Controls and pieces that know nothing of the domain: icons, marks, texts by language, quiet
/// buttons. Start with [Words] and [Icon].
package studio.backlot.ui.widget;
