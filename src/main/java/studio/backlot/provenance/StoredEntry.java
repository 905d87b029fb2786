package studio.backlot.provenance;

/// An entry with the bytes that a ledger keeps of it: what its leaf hash is over.
public record StoredEntry(LedgerEntry entry, byte[] body) {}
