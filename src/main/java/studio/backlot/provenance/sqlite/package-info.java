/// The ledger and the erasable payloads of a production in SQLite files, and the payload keys in
/// one beside the app.
///
/// What is acknowledged is on the disk; what is refused left no trace. No rule about what an entry
/// means lives here. Start with [studio.backlot.provenance.sqlite.SqliteLedger] and
/// [studio.backlot.provenance.sqlite.SqlitePayloadStore].
package studio.backlot.provenance.sqlite;
