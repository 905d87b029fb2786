package studio.backlot.handover;

/// The three small parts of a package as their bytes: the manifest, the sender's signature over it,
/// and the texts it shows.
public record PackedTexts(byte[] manifest, byte[] signature, byte[] openings) {}
