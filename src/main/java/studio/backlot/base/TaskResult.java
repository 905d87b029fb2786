package studio.backlot.base;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// What a task that runs elsewhere came to.
public final class TaskResult {
    private TaskResult() {}

    /// Waits for the result; throws what the task threw, and [Cancelled] when the waiting thread is
    /// interrupted.
    public static <T> T of(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a task failed", e.getCause());
        }
    }
}
