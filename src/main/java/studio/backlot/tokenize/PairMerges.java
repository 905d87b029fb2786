package studio.backlot.tokenize;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Which neighbouring tokens become one, and in which order: the merges of byte-pair encoding
/// (Sennrich et al., arXiv 1508.07909).
final class PairMerges {
    private static final int NONE = -1;

    private final PairTable table;

    PairMerges(PairTable table) {
        this.table = table;
    }

    /// Merges the tokens of one word until no pair is left that has a merge: the lowest rank first,
    /// of equal ones the leftmost. Takes time in n log n. Returns how many tokens are left at the
    /// start of the array.
    int merge(int[] tokens, int count) {
        var next = new int[count];
        var previous = new int[count];
        var queue = new PriorityQueue<Long>();
        for (int i = 0; i < count; i++) {
            next[i] = i + 1 < count ? i + 1 : NONE;
            previous[i] = i - 1;
        }
        for (int i = 0; i + 1 < count; i++) {
            offer(queue, tokens, i, i + 1);
        }
        while (!queue.isEmpty()) {
            long best = queue.remove();
            int left = (int) best;
            int right = next[left];
            long found = right == NONE ? PairTable.ABSENT : table.find(tokens[left], tokens[right]);
            if (tokens[left] == NONE || found >>> 32 != best >>> 32) {
                continue;
            }
            tokens[left] = (int) found;
            tokens[right] = NONE;
            next[left] = next[right];
            next[right] = NONE;
            if (next[left] != NONE) {
                previous[next[left]] = left;
                offer(queue, tokens, left, next[left]);
            }
            if (previous[left] != NONE) {
                offer(queue, tokens, previous[left], left);
            }
        }
        return compact(tokens, count);
    }

    private void offer(PriorityQueue<Long> queue, int[] tokens, int left, int right) {
        long found = table.find(tokens[left], tokens[right]);
        if (found != PairTable.ABSENT) {
            queue.add((found >>> 32 << 32) | left);
        }
    }

    private static int compact(int[] tokens, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (tokens[i] != NONE) {
                tokens[kept++] = tokens[i];
            }
        }
        return kept;
    }

    /// From two token ids to the rank of their merge and the id of what they become.
    ///
    /// Open addressing over plain arrays: fifty thousand merges are read at every start.
    static final class PairTable {
        static final long ABSENT = -1;

        private final long[] keys;
        private final long[] values;
        private final int mask;

        /// @param merges how many merges will be added at most
        PairTable(int merges) {
            int size = Integer.highestOneBit(Math.max(merges, 8)) * 4;
            keys = new long[size];
            values = new long[size];
            mask = size - 1;
            Arrays.fill(keys, ABSENT);
        }

        /// A pair that stands twice keeps its later rank, as in the reference.
        void put(int left, int right, int rank, int merged) {
            int slot = slot(key(left, right));
            keys[slot] = key(left, right);
            values[slot] = ((long) rank << 32) | merged;
        }

        /// The rank in the upper and the merged id in the lower 32 bits, or `ABSENT`.
        long find(int left, int right) {
            int slot = slot(key(left, right));
            return keys[slot] == ABSENT ? ABSENT : values[slot];
        }

        private static long key(int left, int right) {
            return ((long) left << 32) | right;
        }

        private int slot(long key) {
            int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 40) & mask;
            while (keys[slot] != ABSENT && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }
    }
}
