package studio.backlot.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Work that must not run on the window's thread, and whose result comes back to it.
public final class Background {
    private final Executor executor;
    private final FxThread fx;
    private final Consumer<RuntimeException> failed;

    /// `failed` hears, on the window's thread, of what went wrong where the asker says nothing
    /// else.
    public Background(Executor executor, FxThread fx, Consumer<RuntimeException> failed) {
        this.executor = executor;
        this.fx = fx;
        this.failed = failed;
    }

    /// Does the work elsewhere, then hands its result over on the window's thread.
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        ask(work, then, failed);
    }

    /// As [#ask(Supplier, Consumer)], with an answer of one's own to a failure.
    public <T> void ask(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> otherwise) {
        executor.execute(() -> {
            try {
                T result = work.get();
                fx.later(() -> then.accept(result));
            } catch (RuntimeException e) {
                fx.later(() -> otherwise.accept(e));
            }
        });
    }

    /// Does the work elsewhere; only a failure comes back.
    public void run(Runnable work) {
        ask(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                done -> {});
    }

    /// The window's thread.
    public FxThread fx() {
        return fx;
    }
}
