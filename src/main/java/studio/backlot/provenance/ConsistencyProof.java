package studio.backlot.provenance;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backlot.base.ContentHash;

/// Proves that a log of `newSize` entries still begins with all the `oldSize` entries it had before
/// (RFC 6962 §2.1.2).
public record ConsistencyProof(long oldSize, long newSize, List<ContentHash> path) {
    /// More hashes than the proof between any two 64-bit sizes has.
    public static final int LONGEST_PATH = 64;

    public ConsistencyProof {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException(
                    "a log of " + newSize + " entries never had " + oldSize);
        }
        path = List.copyOf(path);
        if (path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "no consistency proof has " + path.size() + " hashes");
        }
    }

    /// The proof between the trees of the first `oldSize` and the first `newSize` leaves: `PROOF(m,
    /// D[n])` of RFC 6962 §2.1.2. Empty from size 0, of which every log is a continuation, and
    /// between equal sizes.
    public static ConsistencyProof of(NodeSource nodes, long oldSize, long newSize) {
        List<ContentHash> path = new ArrayList<>();
        if (oldSize > 0 && oldSize < newSize) {
            addSubproof(nodes, oldSize, 0, newSize, true, path);
        }
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /// `SUBPROOF(m, D[begin : begin + count], isWhole)` of RFC 6962 §2.1.2.
    private static void addSubproof(
            NodeSource nodes,
            long m,
            long begin,
            long count,
            boolean isWhole,
            List<ContentHash> path) {
        if (m == count) {
            if (!isWhole) {
                path.add(nodes.rangeHash(begin, count));
            }
            return;
        }
        long left = MerkleTree.split(count);
        if (m <= left) {
            addSubproof(nodes, m, begin, left, isWhole, path);
            path.add(nodes.rangeHash(begin + left, count - left));
        } else {
            addSubproof(nodes, m - left, begin + left, count - left, false, path);
            path.add(nodes.rangeHash(begin, left));
        }
    }

    /// Whether the tree of the new root continues the tree of the old root: RFC 9162 §2.1.4.2.
    public boolean verifies(ContentHash oldRoot, ContentHash newRoot) {
        if (oldSize == 0) {
            return path.isEmpty() && Arrays.equals(oldRoot.bytes(), MerkleTree.emptyRoot());
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        List<ContentHash> steps = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            steps.addFirst(oldRoot);
        }
        return !steps.isEmpty() && walks(steps, oldRoot, newRoot);
    }

    private boolean walks(List<ContentHash> steps, ContentHash oldRoot, ContentHash newRoot) {
        MessageDigest sha256 = ContentHash.sha256();
        int shift = Long.numberOfTrailingZeros(oldSize);
        long fn = (oldSize - 1) >> shift;
        long sn = (newSize - 1) >> shift;
        byte[] fr = steps.getFirst().bytes();
        byte[] sr = fr;
        for (ContentHash step : steps.subList(1, steps.size())) {
            byte[] c = step.bytes();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleTree.nodeHash(sha256, c, fr);
                sr = MerkleTree.nodeHash(sha256, c, sr);
                int zeros = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= zeros;
                sn >>= zeros;
            } else {
                sr = MerkleTree.nodeHash(sha256, sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, oldRoot.bytes()) && Arrays.equals(sr, newRoot.bytes());
    }
}
