package studio.backlot.provenance;

import studio.backlot.base.ContentHash;

/// The bytes of one entry with the path that leads from them to a log's root.
public record ProvenEntry(byte[] entry, InclusionProof proof) {
    /// An entry under a checkpoint of its log. Throws [ProofImpossible] when the nodes do not lead
    /// to the checkpoint's root: the proof would not verify.
    static ProvenEntry of(LedgerEntry entry, NodeSource nodes, Checkpoint head) {
        if (entry.index() >= head.size()) {
            throw new ProofImpossible(
                    "entry "
                            + entry.index()
                            + " is younger than the checkpoint of size "
                            + head.size()
                            + "; make a checkpoint first");
        }
        var proven =
                new ProvenEntry(
                        entry.bytes(), InclusionProof.of(nodes, entry.index(), head.size()));
        if (!proven.isUnder(head)) {
            throw new ProofImpossible(
                    "entry "
                            + entry.index()
                            + " cannot be led to the signed root of size "
                            + head.size()
                            + "; rebuild the index and verify the ledger");
        }
        return proven;
    }

    /// Whether the path leads from the entry to the checkpoint's root.
    boolean isUnder(Checkpoint checkpoint) {
        return proof.size() == checkpoint.size()
                && proof.verifies(
                        ContentHash.ofDigest(MerkleTree.leafHash(entry)), checkpoint.root());
    }
}
