package studio.backlot.provenance;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import studio.backlot.base.ContentHash;

/// Proves that one leaf stands at its index in a tree of a given size and root: the siblings on the
/// way from the leaf to the root, lowest first (RFC 6962 §2.1.1).
public record InclusionProof(long index, long size, List<ContentHash> path) {
    /// The longest path a tree of 64-bit size can need.
    public static final int LONGEST_PATH = 63;

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "a log of " + size + " entries has no entry " + index);
        }
        path = List.copyOf(path);
        if (path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("no inclusion path has " + path.size() + " hashes");
        }
    }

    /// The proof for the leaf at `index` in the tree of the first `size` leaves: `PATH(m, D[n])` of
    /// RFC 6962 §2.1.1.
    public static InclusionProof of(NodeSource nodes, long index, long size) {
        List<ContentHash> path = new ArrayList<>();
        long begin = 0;
        long count = size;
        while (count > 1) {
            long left = MerkleTree.split(count);
            if (index < begin + left) {
                path.add(nodes.rangeHash(begin + left, count - left));
                count = left;
            } else {
                path.add(nodes.rangeHash(begin, left));
                begin += left;
                count -= left;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /// Whether the path leads from this leaf hash to this root: RFC 9162 §2.1.3.2.
    public boolean verifies(ContentHash leafHash, ContentHash root) {
        MessageDigest sha256 = ContentHash.sha256();
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash.bytes();
        for (ContentHash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.nodeHash(sha256, p.bytes(), r);
                int shift = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= shift;
                sn >>= shift;
            } else {
                r = MerkleTree.nodeHash(sha256, r, p.bytes());
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root.bytes());
    }
}
