package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;

/// Leaves with their [NaiveMerkleTree]: what proofs are held against.
record NaiveTree(List<byte[]> leaves) {
    static NaiveTree ofSize(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
        return new NaiveTree(leaves);
    }

    NodeSource nodes() {
        return NodeSource.ofLeaves(index -> MerkleTree.leafHash(leaves.get((int) index)));
    }

    ContentHash leaf(int index) {
        return ContentHash.ofDigest(MerkleTree.leafHash(leaves.get(index)));
    }

    ContentHash root() {
        return root(leaves.size());
    }

    ContentHash root(int size) {
        return NaiveMerkleTree.root(leaves.subList(0, size));
    }
}
