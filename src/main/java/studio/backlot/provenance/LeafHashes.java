package studio.backlot.provenance;

/// Leaf hashes kept beside the ledger, such as the tiles of the index: believed only as far as a
/// signed root proves them.
///
/// They let verification name the very entry that was changed, where a root alone says only between
/// which checkpoints.
public interface LeafHashes {
    /// Knows none.
    LeafHashes NONE =
            new LeafHashes() {
                @Override
                public long size() {
                    return 0;
                }

                @Override
                public byte[] leaf(long index) {
                    throw new ProofImpossible("no leaf hashes are kept");
                }
            };

    /// How many there are.
    long size();

    /// The hash of the leaf, `0 ≤ index < size()`; called with ascending indices.
    byte[] leaf(long index);
}
