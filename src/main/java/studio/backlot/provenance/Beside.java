package studio.backlot.provenance;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import studio.backlot.base.TaskResult;

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
        return TaskResult.of(task);
    }
}
