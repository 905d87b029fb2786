package studio.backlot.provenance;

/// One row of the entry table as it is stored, believed in nothing: its key, the event and the leaf
/// hash kept beside its bytes, and its bytes.
///
/// A body that is absent, or larger than [RawLedger#LARGEST_ENTRY], is given as no bytes.
public record RawEntry(long index, String event, byte[] leaf, byte[] body) {}
