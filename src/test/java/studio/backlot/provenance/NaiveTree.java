package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;

/// The Merkle tree of RFC 6962 §2.1 written down word for word, without any cleverness: what the
/// others are held against.
record NaiveTree(List<byte[]> leafHashes) {
    static NaiveTree ofSize(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return new NaiveTree(leaves);
    }

    NodeSource nodes() {
        return NodeSource.ofLeaves(index -> leafHashes.get((int) index));
    }

    ContentHash leaf(int index) {
        return ContentHash.ofDigest(leafHashes.get(index));
    }

    ContentHash root() {
        return root(leafHashes.size());
    }

    ContentHash root(int size) {
        return ContentHash.ofDigest(mth(leafHashes.subList(0, size)));
    }

    private static byte[] mth(List<byte[]> d) {
        if (d.isEmpty()) {
            return ContentHash.sha256().digest();
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = 1;
        while (2 * k < d.size()) {
            k *= 2;
        }
        var digest = ContentHash.sha256();
        digest.update((byte) 1);
        digest.update(mth(d.subList(0, k)));
        return digest.digest(mth(d.subList(k, d.size())));
    }
}
