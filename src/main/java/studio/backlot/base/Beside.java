package studio.backlot.base;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A piece of work that goes on beside the calling thread until its result is asked for.
public final class Beside<T> {
    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /// Starts the work; an executor that runs tasks at once has it done on return.
    public static <T> Beside<T> start(Executor executor, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        executor.execute(task);
        return new Beside<>(task);
    }

    /// Waits for the end of the work; what it came to is dropped.
    public void settle() {
        try {
            result();
        } catch (RuntimeException dropped) {
            return;
        }
    }

    /// Waits for the result; throws what the work threw. Work that no thread has begun is done by
    /// the one that asks, so that a busy executor holds nobody up.
    public T result() {
        task.run();
        return TaskResult.of(task);
    }
}
