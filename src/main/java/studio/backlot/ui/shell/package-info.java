/// The frame around the rooms: top bar with lamp, seal and person, the foot with messages and runs,
/// the sheets that all rooms share, and the opening and closing of productions.
///
/// Start with [ShellView] and [ShellViewModel]. Rooms know this package; it knows none of them:
/// `app` puts them together. No rule of the domain lives here.
package studio.backlot.ui.shell;
