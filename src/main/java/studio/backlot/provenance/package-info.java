/// The ledger: an append-only transparency log of who made what, with what, from what, with whose
/// consent.
///
/// Entries are canonical JSON, leaves of an RFC 6962 Merkle tree whose head is signed as a C2SP
/// note. Texts of people live beside it as erasable payloads; the chain holds salted commitments
/// only. No SQL, no picture and no language model here. Start with
/// [studio.backlot.provenance.Ledger] and [studio.backlot.provenance.LedgerEntry].
package studio.backlot.provenance;
