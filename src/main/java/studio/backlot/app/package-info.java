/// The composition root: the entry points, the wiring, and where the program keeps its own things.
///
/// Everything may be known here, and nobody may know this package. No rule of the domain lives
/// here: what can be decided without knowing a library or a folder belongs in a feature or a
/// workflow. Start with [studio.backlot.app.Main].
package studio.backlot.app;
