package studio.backlot.tokenize;

/// The fixed length of encoded texts: what stands at both ends, and what fills the rest.
///
/// @param maxTokens how many ids are kept, both ends included
/// @param length how many ids there are with padding, at least `maxTokens`
record SequenceFrame(int[] before, int[] after, int maxTokens, int length, int padId) {
    SequenceFrame {
        if (maxTokens < before.length + after.length || length < maxTokens) {
            throw new IllegalArgumentException(
                    "a sequence of "
                            + length
                            + " ids cannot hold "
                            + maxTokens
                            + " with both ends");
        }
    }

    Collector collector() {
        return new Collector(this);
    }

    /// Gathers the ids of one text up to the room there is.
    static final class Collector {
        private final SequenceFrame frame;
        private final int[] ids;
        private final int limit;
        private int used;
        private boolean isTruncated;

        private Collector(SequenceFrame frame) {
            this.frame = frame;
            ids = new int[frame.length];
            System.arraycopy(frame.before, 0, ids, 0, frame.before.length);
            used = frame.before.length;
            limit = frame.maxTokens - frame.after.length;
        }

        void add(int id) {
            if (used == limit) {
                isTruncated = true;
            } else {
                ids[used++] = id;
            }
        }

        /// Whether an id had to be dropped, so that all that follow will be too.
        boolean hasEnough() {
            return isTruncated;
        }

        TokenizedText finish() {
            System.arraycopy(frame.after, 0, ids, used, frame.after.length);
            used += frame.after.length;
            java.util.Arrays.fill(ids, used, ids.length, frame.padId);
            return new TokenizedText(ids, used, isTruncated);
        }
    }
}
