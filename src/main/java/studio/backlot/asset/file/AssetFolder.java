package studio.backlot.asset.file;

import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// Where each asset lies below the assets folder: `ab/cd/abcd…`, so that no folder grows large, and
/// `tmp` for what is being written.
record AssetFolder(Path root) {
    Path file(ContentHash hash) {
        return root.resolve(hash.hex().substring(0, 2))
                .resolve(hash.hex().substring(2, 4))
                .resolve(hash.hex());
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /// The asset whose file this path is, if it is the place of one.
    Optional<ContentHash> hashOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!ContentHash.isHex(name)) {
            return Optional.empty();
        }
        var hash = new ContentHash(name);
        return file(hash).equals(file) ? Optional.of(hash) : Optional.empty();
    }
}
