package studio.backlot.base;

/// One file of a model pack by its path inside the pack, with the SHA-256 and the length of its
/// bytes.
///
/// The path uses `/` on every system.
public record HashedFile(String path, ContentHash sha256, long bytes) {
    public HashedFile {
        if (path.isEmpty() || path.startsWith("/") || path.contains("\\") || bytes < 0) {
            throw new IllegalArgumentException(
                    "no file of a pack: \"" + path + "\", " + bytes + " bytes");
        }
    }
}
