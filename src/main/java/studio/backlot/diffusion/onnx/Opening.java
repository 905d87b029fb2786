package studio.backlot.diffusion.onnx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.backlot.base.Cancelled;
import studio.backlot.base.TaskResult;

/// Something that is being opened, perhaps on another thread; whoever needs it first and finds it
/// not begun opens it.
final class Opening<T> implements AutoCloseable {
    private final AtomicBoolean isAbandoned = new AtomicBoolean();
    private final FutureTask<T> task;

    private Opening(Callable<T> open) {
        task =
                new FutureTask<>(() -> {
                    if (isAbandoned.get()) {
                        throw new Cancelled();
                    }
                    return open.call();
                });
    }

    static <T> Opening<T> on(Executor executor, Callable<T> open) {
        var opening = new Opening<>(open);
        try {
            executor.execute(opening.task);
        } catch (RejectedExecutionException e) {
            opening.task.run();
        }
        return opening;
    }

    /// The opened thing; throws what opening it threw.
    T get() {
        task.run();
        return TaskResult.of(task);
    }

    /// Closes what was opened, waiting for it when it is on its way; opens nothing that was not
    /// begun.
    @Override
    public void close() {
        isAbandoned.set(true);
        T opened;
        try {
            opened = get();
        } catch (RuntimeException e) {
            // it never opened: there is nothing to close, and whoever asked for it was told why
            return;
        }
        if (opened instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an opened model cannot be closed", e);
            }
        }
    }
}
