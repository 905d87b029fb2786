package studio.backlot.provenance;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import studio.backlot.base.TaskResult;

/// Reads the next batch of rows on another thread while the last one is being looked at: at most
/// two are in memory.
///
/// With an executor that runs tasks at once it reads one batch after another on the calling thread.
/// Closing waits for the read under way, so that the database may then be closed.
final class ReadAhead<T> implements AutoCloseable {
    private final Executor executor;
    private final LongFunction<List<T>> source;
    private final ToLongFunction<T> key;
    private FutureTask<List<T>> reading;
    private long from = Long.MIN_VALUE;

    /// Starts reading at the lowest key. `source` gives the rows from a key on, none at the end.
    ReadAhead(Executor executor, LongFunction<List<T>> source, ToLongFunction<T> key) {
        this.executor = executor;
        this.source = source;
        this.key = key;
        this.reading = start(from);
    }

    private FutureTask<List<T>> start(long first) {
        var task = new FutureTask<>(() -> source.apply(first));
        executor.execute(task);
        return task;
    }

    /// The next rows; none at the end. Throws what the source threw.
    List<T> next() {
        List<T> rows = TaskResult.of(reading);
        if (rows.isEmpty()) {
            return rows;
        }
        long last = key.applyAsLong(rows.getLast());
        if (last < from) {
            throw new LedgerFailed(
                    "the rows are not in the order of their keys: row "
                            + last
                            + " comes after "
                            + from);
        }
        if (last == Long.MAX_VALUE) {
            reading = new FutureTask<>(List::of);
            reading.run();
        } else {
            from = last + 1;
            reading = start(from);
        }
        return rows;
    }

    @Override
    public void close() {
        boolean isInterrupted = false;
        while (true) {
            try {
                reading.get();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            } catch (ExecutionException e) {
                break;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
