package studio.backlot.provenance;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;

/// The frontier of a growing Merkle tree: the roots of the perfect subtrees that cover its leaves
/// from left to right, largest first, one for each set bit of the size. Enough to append and to
/// know the root in O(log n), at most 64 hashes.
///
/// Not safe for several threads.
public final class CompactRange {
    private final MessageDigest sha256 = ContentHash.sha256();
    private final List<byte[]> subtrees;
    private long size;

    private CompactRange(long size, List<byte[]> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    public static CompactRange empty() {
        return new CompactRange(0, new ArrayList<>());
    }

    /// The range that [#frontier] wrote for a tree of this size; throws [IllegalArgumentException]
    /// for a wrong length.
    public static CompactRange of(long size, byte[] frontier) {
        if (size < 0 || frontier.length != Long.bitCount(size) * ContentHash.LENGTH) {
            throw new IllegalArgumentException(
                    "a tree of "
                            + size
                            + " leaves has no frontier of "
                            + frontier.length
                            + " bytes");
        }
        List<byte[]> subtrees = new ArrayList<>();
        for (int at = 0; at < frontier.length; at += ContentHash.LENGTH) {
            subtrees.add(java.util.Arrays.copyOfRange(frontier, at, at + ContentHash.LENGTH));
        }
        return new CompactRange(size, subtrees);
    }

    /// An independent copy.
    public CompactRange copy() {
        return new CompactRange(size, new ArrayList<>(subtrees));
    }

    public long size() {
        return size;
    }

    /// Adds a leaf hash at the right: merges as many subtrees as the size has trailing ones.
    public void append(byte[] leafHash) {
        byte[] node = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = MerkleTree.nodeHash(sha256, subtrees.removeLast(), node);
        }
        subtrees.add(node);
        size++;
    }

    /// The Merkle tree hash of all leaves so far (RFC 6962 §2.1).
    public ContentHash root() {
        if (size == 0) {
            return ContentHash.ofDigest(MerkleTree.emptyRoot());
        }
        byte[] node = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            node = MerkleTree.nodeHash(sha256, subtrees.get(i), node);
        }
        return ContentHash.ofDigest(node);
    }

    /// The subtree roots one after another, 32 bytes each.
    public byte[] frontier() {
        var out = new ByteArrayOutputStream();
        subtrees.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
