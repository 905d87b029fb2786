package studio.backlot.provenance;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// The Merkle tree over the entry bodies as they are stored, with its roots at the sizes that
/// someone signed.
final class RecomputedTree {
    private final MessageDigest sha256 = ContentHash.sha256();
    private final CompactRange range = CompactRange.empty();
    private final long[] wanted;
    private final Map<Long, ContentHash> roots = new HashMap<>();
    private final Map<Long, Instant> times = new HashMap<>();
    private int next;

    /// A tree that will be asked for its roots at these sizes; negative sizes are never reached.
    RecomputedTree(Collection<Long> sizes) {
        wanted =
                sizes.stream()
                        .mapToLong(Long::longValue)
                        .filter(size -> size >= 0)
                        .sorted()
                        .distinct()
                        .toArray();
        keepRoot();
    }

    /// Adds the next body as a leaf, and returns its hash.
    byte[] append(byte[] body) {
        byte[] leaf = MerkleTree.leafHash(sha256, body);
        range.append(leaf);
        keepRoot();
        return leaf;
    }

    private void keepRoot() {
        if (next < wanted.length && wanted[next] == range.size()) {
            roots.put(range.size(), range.root());
            next++;
        }
    }

    /// Tells the time of the leaf added last, which is the first that a checkpoint of one entry
    /// less does not cover.
    void lastWasMadeAt(long epochMillis) {
        if (range.size() == 1 || roots.containsKey(range.size() - 1)) {
            times.put(range.size() - 1, Instant.ofEpochMilli(epochMillis));
        }
    }

    long size() {
        return range.size();
    }

    ContentHash root() {
        return range.root();
    }

    byte[] frontier() {
        return range.frontier();
    }

    /// The root at a size that was asked for at the start; empty when the tree has not grown to it.
    Optional<ContentHash> rootAt(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    /// When the entry of that index was made, if it is the first after one of the sizes asked for,
    /// and was readable.
    Optional<Instant> timeOf(long index) {
        return Optional.ofNullable(times.get(index));
    }
}
