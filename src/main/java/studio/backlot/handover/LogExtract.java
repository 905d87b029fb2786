package studio.backlot.handover;

import java.util.List;
import java.util.UUID;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.SignedNote;

/// What a package shows of the ledger it comes from: its key, a signed checkpoint, some entries
/// under it, and proofs that the checkpoint continues those of earlier packages.
///
/// The entries are in the order of their index, the proofs in the order of the size they start
/// from.
public record LogExtract(
        UUID production,
        NoteKey key,
        SignedNote checkpoint,
        List<ConsistencyProof> continuations,
        List<PackedEntry> entries) {
    public LogExtract {
        continuations = List.copyOf(continuations);
        entries = List.copyOf(entries);
    }

    /// How many entries the ledger had under the checkpoint.
    public long size() {
        return checkpoint.checkpoint().size();
    }
}
