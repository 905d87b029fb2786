package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancelled;

class ReadAheadTest {
    private static List<Long> upTo(long from, long end) {
        List<Long> rows = new ArrayList<>();
        for (long row = Math.max(0, from); row < end && rows.size() < 3; row++) {
            rows.add(row);
        }
        return rows;
    }

    private static List<Long> all(ReadAhead<Long> rows) {
        List<Long> all = new ArrayList<>();
        for (List<Long> batch = rows.next(); !batch.isEmpty(); batch = rows.next()) {
            all.addAll(batch);
        }
        return all;
    }

    @Test
    void everyRowComesOnceInOrder() {
        try (var rows = new ReadAhead<>(Runnable::run, from -> upTo(from, 8), Long::longValue)) {
            assertThat(all(rows)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void theNextBatchIsReadBeforeItIsAskedFor() throws InterruptedException {
        var asked = new CountDownLatch(2);
        try (var executor = Executors.newSingleThreadExecutor();
                var rows =
                        new ReadAhead<>(
                                executor,
                                from -> {
                                    asked.countDown();
                                    return upTo(from, 8);
                                },
                                Long::longValue)) {
            assertThat(rows.next()).hasSize(3);
            asked.await();
            assertThat(all(rows)).hasSize(5);
        }
    }

    @Test
    void theGreatestKeyIsTheLast() {
        try (var rows =
                new ReadAhead<>(Runnable::run, from -> List.of(Long.MAX_VALUE), Long::longValue)) {
            assertThat(all(rows)).containsExactly(Long.MAX_VALUE);
        }
    }

    @Test
    void theLowestKeyIsTheFirst() {
        List<Long> asked = new ArrayList<>();
        try (var rows =
                new ReadAhead<>(
                        Runnable::run,
                        from -> {
                            asked.add(from);
                            return from == Long.MIN_VALUE
                                    ? List.of(Long.MIN_VALUE)
                                    : List.<Long>of();
                        },
                        Long::longValue)) {
            assertThat(all(rows)).containsExactly(Long.MIN_VALUE);
        }
        assertThat(asked).containsExactly(Long.MIN_VALUE, Long.MIN_VALUE + 1);
    }

    @Test
    void rowsThatGoBackwardsAreAFailureAndNoEndlessLoop() {
        try (var rows = new ReadAhead<>(Runnable::run, from -> List.of(5L, 2L), Long::longValue)) {
            assertThat(rows.next()).hasSize(2);
            assertThatThrownBy(rows::next)
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("row 2 comes after 3");
        }
    }

    @Test
    void whatTheSourceThrowsIsThrown() {
        try (var rows =
                new ReadAhead<Long>(
                        Runnable::run,
                        from -> {
                            throw new LedgerFailed("torn");
                        },
                        Long::longValue)) {
            assertThatThrownBy(rows::next).isInstanceOf(LedgerFailed.class).hasMessage("torn");
        }
        try (var rows =
                new ReadAhead<Long>(
                        Runnable::run,
                        from -> {
                            throw new StackOverflowError("deep");
                        },
                        Long::longValue)) {
            assertThatThrownBy(rows::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasStackTraceContaining("deep");
        }
    }

    @Test
    void anInterruptEndsTheWaiting() {
        var never = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var rows = new ReadAhead<>(executor, from -> waiting(never), Long::longValue);
            Thread.currentThread().interrupt();
            assertThatThrownBy(rows::next).isInstanceOf(Cancelled.class);
            assertThat(Thread.interrupted()).isTrue();
            never.countDown();
            rows.close();
        }
    }

    private static List<Long> waiting(CountDownLatch latch) {
        try {
            latch.await();
            return List.of();
        } catch (InterruptedException e) {
            throw new LedgerFailed("interrupted", e);
        }
    }

    @Test
    void closingWaitsForTheReadUnderWay() {
        var go = new CountDownLatch(1);
        var hasRead = new AtomicBoolean();
        try (var executor = Executors.newFixedThreadPool(2)) {
            var rows =
                    new ReadAhead<>(
                            executor,
                            from -> {
                                List<Long> none = waiting(go);
                                hasRead.set(true);
                                return none;
                            },
                            Long::longValue);
            executor.execute(go::countDown);
            Thread.currentThread().interrupt();
            rows.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(hasRead).isTrue();
        }
    }
}
