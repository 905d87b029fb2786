/// What makes a ledger quick to look through: summaries, lookups and hash tiles, all derived from
/// its entries.
///
/// Nothing here is ever trusted: proofs made from tiles are checked before they are given out, and
/// an index that does not agree with its ledger is made anew. No rule about what an entry means.
/// Start with [studio.backlot.search.LedgerIndex].
package studio.backlot.search;
