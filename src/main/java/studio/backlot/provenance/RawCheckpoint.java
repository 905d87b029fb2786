package studio.backlot.provenance;

/// A row of the checkpoint table as it is stored, believed in nothing.
public record RawCheckpoint(long size, byte[] root, String note) {}
