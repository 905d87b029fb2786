package studio.backlot.provenance;

import java.util.function.LongFunction;
import studio.backlot.base.ContentHash;

/// Gives the hashes of a Merkle tree's perfect subtrees, from tiles that were kept or computed from
/// the leaves.
@FunctionalInterface
public interface NodeSource {
    /// The hash (32 bytes) of the perfect subtree over the leaves `index · 2^level` to `(index + 1)
    /// · 2^level − 1`. Level 0 is the leaf hashes. Throws [ProofImpossible] when the source does
    /// not hold it.
    byte[] node(int level, long index);

    /// A source that computes each node from its leaf hashes, in O(2^level) each time: for trees of
    /// some thousand leaves.
    static NodeSource ofLeaves(LongFunction<byte[]> leafHash) {
        return (level, index) -> perfect(leafHash, level, index);
    }

    /// The Merkle tree hash of the first `size` leaves (RFC 6962 §2.1).
    default ContentHash root(long size) {
        return ContentHash.ofDigest(size == 0 ? MerkleTree.emptyRoot() : range(0, size));
    }

    /// The Merkle tree hash of the `count` ≥ 1 leaves from `begin` on, where `begin` is a multiple
    /// of the largest power of two that is at most `count`: the only ranges that RFC 6962 asks for.
    private byte[] range(long begin, long count) {
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return node(level, begin >> level);
        }
        long left = MerkleTree.split(count);
        return MerkleTree.nodeHash(
                ContentHash.sha256(), range(begin, left), range(begin + left, count - left));
    }

    /// As [#range], as a hash.
    default ContentHash rangeHash(long begin, long count) {
        return ContentHash.ofDigest(range(begin, count));
    }

    private static byte[] perfect(LongFunction<byte[]> leafHash, int level, long index) {
        if (level == 0) {
            return leafHash.apply(index);
        }
        return MerkleTree.nodeHash(
                ContentHash.sha256(),
                perfect(leafHash, level - 1, 2 * index),
                perfect(leafHash, level - 1, 2 * index + 1));
    }
}
