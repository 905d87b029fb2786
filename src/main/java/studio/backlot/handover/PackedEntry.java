package studio.backlot.handover;

import studio.backlot.base.ContentHash;
import studio.backlot.provenance.InclusionProof;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MerkleTree;

/// An entry of another machine's ledger as its very bytes, with the path that leads from it to that
/// ledger's checkpoint.
public record PackedEntry(byte[] bytes, InclusionProof proof) {
    public long index() {
        return proof.index();
    }

    /// The hash under which the entry stands in its log.
    public ContentHash leaf() {
        return ContentHash.ofDigest(MerkleTree.leafHash(bytes));
    }

    /// The entry; throws [studio.backlot.provenance.MalformedEntry] when the bytes are none.
    public LedgerEntry entry() {
        return LedgerEntry.parseExact(bytes);
    }
}
