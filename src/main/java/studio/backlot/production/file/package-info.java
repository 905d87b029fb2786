/// A production's folder on a real disk: looking at its surroundings, taking its lock, writing
/// `production.json` once.
///
/// What is allowed is decided in [studio.backlot.production.FolderSafety]; databases and assets are
/// not opened here. Start with [studio.backlot.production.file.ProductionFolder].
package studio.backlot.production.file;
