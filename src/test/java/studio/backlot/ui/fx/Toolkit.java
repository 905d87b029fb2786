package studio.backlot.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/// The toolkit without a display, started once for all tests of the process that need its thread
/// and no window.
public final class Toolkit {
    private static final long PATIENCE = 60;
    private static final boolean IS_STARTED = start();

    private Toolkit() {}

    private static boolean start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException startedBefore) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        Platform.setImplicitExit(false);
        return true;
    }

    /// Does something on the toolkit's thread and waits for what comes of it.
    public static <T> T on(Callable<T> task) {
        var future = new FutureTask<>(task);
        if (IS_STARTED) {
            Platform.runLater(future);
        }
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on the window's thread", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the window's thread does not answer", e);
        }
    }

    /// Does something on the toolkit's thread.
    public static void run(Runnable task) {
        on(() -> {
            task.run();
            return true;
        });
    }

    /// Waits until something is true on the toolkit's thread.
    public static void await(String what, Callable<Boolean> truth) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> on(truth));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what, e);
        }
    }
}
