package studio.backlot.raster;

/// One chunk of a PNG file: its four letters, where its content lies in the file, and whether its
/// checksum holds.
public record PngChunk(String type, int offset, int length, boolean isIntact) {
    /// The chunk's content begins this many bytes after the chunk.
    static final int HEAD_BYTES = 8;

    /// Whether a reader may not skip this chunk when it does not know it (an upper-case first
    /// letter).
    boolean isCritical() {
        return Character.isUpperCase(type.charAt(0));
    }

    /// The place in words: the type and the byte at which the chunk begins.
    String where() {
        return "chunk " + type + " at byte " + (offset - HEAD_BYTES);
    }
}
