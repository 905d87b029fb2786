/// The ledger's index in `index.sqlite`.
///
/// The file may be deleted at any time; it is made anew from the ledger. Start with
/// [studio.backlot.search.sqlite.SqliteLedgerIndex].
package studio.backlot.search.sqlite;
