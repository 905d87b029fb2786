package studio.backlot.provenance;

/// The ledger's present state as its last append left it: the checkpoint, the note that signs it,
/// and the compact range from which the next append goes on.
public record Head(Checkpoint checkpoint, SignedNote note, CompactRange range) {}
