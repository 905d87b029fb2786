package studio.backlot.provenance;

import java.security.MessageDigest;
import java.util.List;
import studio.backlot.base.ContentHash;

/// The Merkle tree hash as RFC 6962 §2.1 writes it, recursively over all leaves: slow, and plainly
/// right.
public final class NaiveMerkleTree {
    private NaiveMerkleTree() {}

    public static ContentHash root(List<byte[]> leaves) {
        return ContentHash.ofDigest(hash(leaves));
    }

    private static byte[] hash(List<byte[]> leaves) {
        MessageDigest digest = ContentHash.sha256();
        if (leaves.isEmpty()) {
            return digest.digest();
        }
        if (leaves.size() == 1) {
            digest.update((byte) 0);
            return digest.digest(leaves.getFirst());
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        byte[] left = hash(leaves.subList(0, split));
        byte[] right = hash(leaves.subList(split, leaves.size()));
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
