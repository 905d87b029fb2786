package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedRecordsTest {
    @Test
    void wordsAreKeptOverManyChunks() {
        FixedRecords records = new FixedRecords(3);
        for (int i = 0; i < 5000; i++) {
            int record = records.add();
            assertThat(record).isEqualTo(i);
            assertThat(records.get(record, 2)).isZero();
            records.set(record, 0, 7L * i);
            records.set(record, 1, Long.MAX_VALUE - i);
            records.set(record, 2, -i);
        }

        assertThat(records.size()).isEqualTo(5000);
        for (int i = 0; i < 5000; i++) {
            assertThat(records.get(i, 0)).isEqualTo(7L * i);
            assertThat(records.get(i, 1)).isEqualTo(Long.MAX_VALUE - i);
            assertThat(records.get(i, 2)).isEqualTo(-i);
        }
    }

    private static FixedRecords of(long[]... words) {
        FixedRecords records = new FixedRecords(words[0].length);
        for (long[] record : words) {
            int at = records.add();
            for (int word = 0; word < record.length; word++) {
                records.set(at, word, record[word]);
            }
        }
        return records;
    }

    private static int[] order(FixedRecords records, int keyWords) {
        FixedRecords.Order order = records.ascending(keyWords);
        return IntStream.range(0, records.size()).map(order::at).toArray();
    }

    @Test
    void recordsComeInAscendingOrderOfTheirKey() {
        FixedRecords records =
                of(new long[] {5, 1}, new long[] {2, 9}, new long[] {5, 0}, new long[] {2, 3});

        assertThat(order(records, 1)).containsExactly(1, 3, 0, 2);
        assertThat(order(records, 2)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void recordsInOrderAlreadyStayAsTheyAre() {
        FixedRecords records = of(new long[] {1, 5}, new long[] {1, 4}, new long[] {2, 0});

        assertThat(order(records, 1)).containsExactly(0, 1, 2);
        assertThat(order(records, 2)).containsExactly(1, 0, 2);
        assertThat(order(of(new long[] {3}), 1)).containsExactly(0);
    }

    @Test
    void keysAreComparedWithoutSign() {
        assertThat(order(of(new long[] {-1}, new long[] {1}), 1)).containsExactly(1, 0);
    }

    @Test
    void manyRandomRecordsAreSorted() {
        Random random = new Random(4);
        FixedRecords records = new FixedRecords(1);
        for (int i = 0; i < 3000; i++) {
            records.set(records.add(), 0, random.nextLong() >>> 40);
        }
        int[] order = order(records, 1);

        assertThat(IntStream.of(order).distinct().count()).isEqualTo(3000);
        assertThat(IntStream.of(order).mapToLong(record -> records.get(record, 0)).boxed().toList())
                .isSorted();
    }
}
