package studio.backlot.provenance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/// A growing list of records of 8-byte words, kept in chunks: a million records cost their words
/// and nothing more.
///
/// Not safe for several threads.
final class FixedRecords {
    private static final int CHUNK_RECORDS = 1 << 9;

    private final int words;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private int size;

    /// A list of records of this many words.
    FixedRecords(int words) {
        this.words = words;
    }

    int size() {
        return size;
    }

    /// Adds a record of zeros and returns its place.
    int add() {
        if (size % CHUNK_RECORDS == 0) {
            chunks.add(ByteBuffer.allocate(CHUNK_RECORDS * words * Long.BYTES));
        }
        return size++;
    }

    long get(int record, int word) {
        return chunks.get(record / CHUNK_RECORDS).getLong(offset(record, word));
    }

    void set(int record, int word, long value) {
        chunks.get(record / CHUNK_RECORDS).putLong(offset(record, word), value);
    }

    private int offset(int record, int word) {
        return (record % CHUNK_RECORDS * words + word) * Long.BYTES;
    }

    /// The records in ascending order of their first `keyWords` words (unsigned), equal ones in the
    /// order added.
    Order ascending(int keyWords) {
        IntBinaryOperator compare = (a, b) -> compare(a, b, keyWords);
        for (int i = 1; i < size; i++) {
            if (compare.applyAsInt(i - 1, i) > 0) {
                return sorted(compare);
            }
        }
        return position -> position;
    }

    private int compare(int a, int b, int keyWords) {
        for (int word = 0; word < keyWords; word++) {
            int order = Long.compareUnsigned(get(a, word), get(b, word));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Order sorted(IntBinaryOperator compare) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, compare::applyAsInt);
        return position -> order[position];
    }

    /// An order of the records: which one comes at a position.
    @FunctionalInterface
    interface Order {
        int at(int position);
    }
}
