package studio.backlot.provenance;

/// A row of the head table as it is stored, believed in nothing.
public record RawHead(long size, byte[] root, byte[] frontier, String note) {}
