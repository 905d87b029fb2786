package studio.backlot.clearance;

import studio.backlot.provenance.LedgerEntry;

/// An entry that counts here, and the ledger it stands in.
public record KnownEntry(LedgerEntry entry, Source source) {
    /// An entry of this production's own ledger.
    public static KnownEntry local(LedgerEntry entry) {
        return new KnownEntry(entry, new Source.Local());
    }
}
