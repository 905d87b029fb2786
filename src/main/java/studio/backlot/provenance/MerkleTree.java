package studio.backlot.provenance;

import java.security.MessageDigest;
import studio.backlot.base.ContentHash;

/// The hash functions of the RFC 6962 §2.1 Merkle tree; hashes here are raw arrays of 32 bytes.
public final class MerkleTree {
    private MerkleTree() {}

    /// `SHA-256(0x00 ‖ entry)`.
    public static byte[] leafHash(byte[] entry) {
        return leafHash(ContentHash.sha256(), entry);
    }

    /// `SHA-256(0x00 ‖ entry)`, computed with a digest that the caller reuses.
    public static byte[] leafHash(MessageDigest sha256, byte[] entry) {
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    /// `SHA-256(0x01 ‖ left ‖ right)`.
    public static byte[] nodeHash(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    /// Where RFC 6962 §2.1 splits a tree of `size` ≥ 2 leaves: the largest power of two smaller
    /// than the size.
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /// The root of the empty tree: SHA-256 of nothing.
    public static byte[] emptyRoot() {
        return ContentHash.sha256().digest();
    }
}
