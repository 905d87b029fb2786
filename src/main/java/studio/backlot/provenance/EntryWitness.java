package studio.backlot.provenance;

import java.util.List;

/// Is shown certain entries of a ledger while it is verified, to check what this package knows
/// nothing of.
///
/// An implementation MUST NOT throw for what an entry says: that is a finding.
public interface EntryWitness {
    /// A witness of nothing.
    EntryWitness NONE =
            new EntryWitness() {
                @Override
                public void accept(LedgerEntry entry) {}

                @Override
                public List<ValidationStatus> finish() {
                    return List.of();
                }
            };

    /// The next well-formed entry that records an import, an enrolment, a verdict, a policy or
    /// another thing that is rare: all events but intent, outcome and export.
    void accept(LedgerEntry entry);

    /// What was found, after the last entry.
    List<ValidationStatus> finish();
}
