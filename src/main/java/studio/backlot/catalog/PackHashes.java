package studio.backlot.catalog;

import java.util.Map;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// Remembers the hashes of model files from one start to the next, because hashing gigabytes takes
/// seconds.
///
/// An implementation MUST answer only for a stamp that is equal in every part, and MUST NOT fail
/// when its memory is lost: a forgotten hash is computed again. It may be called from several
/// threads.
public interface PackHashes {
    /// Remembers nothing.
    PackHashes NONE =
            new PackHashes() {
                @Override
                public Optional<ContentHash> find(FileStamp stamp) {
                    return Optional.empty();
                }

                @Override
                public void keep(Map<FileStamp, ContentHash> hashes) {}
            };

    /// The hash that was kept for exactly this stamp.
    Optional<ContentHash> find(FileStamp stamp);

    /// Keeps these hashes, in place of older ones of the same paths.
    void keep(Map<FileStamp, ContentHash> hashes);
}
