package studio.backlot.provenance;

import java.util.Arrays;
import java.util.Map;
import studio.backlot.base.ContentHash;

/// Names the very entries that were changed, with the help of leaf hashes kept beside the ledger.
///
/// The leaf hashes are believed up to the greatest size at which their own root is one that was
/// signed: then the signature proves each of them, wherever they came from.
final class ChangedEntries {
    private final LeafHashes leaves;

    ChangedEntries(LeafHashes leaves) {
        this.leaves = leaves;
    }

    /// How many leaf hashes the signed roots prove.
    long proven(Map<Long, ContentHash> signedRoots) {
        CompactRange range = CompactRange.empty();
        long proven = 0;
        try {
            while (range.size() < leaves.size()) {
                range.append(leaves.leaf(range.size()));
                ContentHash signed = signedRoots.get(range.size());
                if (signed != null && signed.equals(range.root())) {
                    proven = range.size();
                }
            }
        } catch (ProofImpossible e) {
            return proven;
        }
        return proven;
    }

    /// Whether the body of a proven index is not the one that was signed.
    boolean isChanged(long index, byte[] body) {
        return !Arrays.equals(leaves.leaf(index), MerkleTree.leafHash(body));
    }
}
