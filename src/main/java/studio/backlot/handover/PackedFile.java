package studio.backlot.handover;

import studio.backlot.base.ContentHash;

/// A file that a package carries, by its hash and its length.
public record PackedFile(ContentHash sha256, long bytes) implements Comparable<PackedFile> {
    public PackedFile {
        if (bytes < 0 || bytes > PackageManifest.LARGEST_FILE) {
            throw new IllegalArgumentException(
                    "a file of " + bytes + " bytes cannot be in a package");
        }
    }

    /// The file of these bytes.
    public static PackedFile of(byte[] content) {
        return new PackedFile(ContentHash.of(content), content.length);
    }

    /// Its name in the zip, where it is an asset.
    public String memberName() {
        return PackageManifest.ASSETS + sha256.hex();
    }

    @Override
    public int compareTo(PackedFile other) {
        return sha256.compareTo(other.sha256);
    }
}
