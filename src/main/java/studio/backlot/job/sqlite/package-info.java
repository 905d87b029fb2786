/// The workspace of a production as `workspace.sqlite`: unfinished runs and settings.
///
/// Losing the file loses no record, only the chance to complete a run that a crash cut short. Start
/// with [studio.backlot.job.sqlite.SqliteWorkspace].
package studio.backlot.job.sqlite;
