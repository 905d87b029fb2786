/// SQLite as Backlot uses it: opening with the right pragmas, transactions, schema versions, and
/// failures in words.
///
/// Every `*.sqlite` adapter stands on this; no table of any feature is named here, and no file of a
/// live database is ever opened with a Java channel (closing it would drop SQLite's locks). Start
/// with [studio.backlot.sqlite.SqliteDatabase].
package studio.backlot.sqlite;
