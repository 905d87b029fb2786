package studio.backlot.provenance;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import studio.backlot.base.Cancelled;

/// A piece of work that goes on beside the calling thread until its result is asked for.
final class Beside<T> {
    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /// Starts the work; an executor that runs tasks at once has it done on return.
    static <T> Beside<T> start(Executor executor, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        executor.execute(task);
        return new Beside<>(task);
    }

    /// Waits for the result; throws what the work threw.
    T result() {
        return resultOf(task);
    }

    /// Waits for the result of a task; throws what it threw.
    static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a part of the verification failed", e.getCause());
        }
    }
}
