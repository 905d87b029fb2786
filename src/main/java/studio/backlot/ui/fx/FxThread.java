package studio.backlot.ui.fx;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The way from worker threads to the thread that owns the window: nobody else takes it.
///
/// Tasks run in the order they were given. What is told often, such as the progress of a run, goes
/// through [#latest], which keeps at most one waiting task per subject.
public final class FxThread implements Executor {
    private final Map<Object, Runnable> waiting = new ConcurrentHashMap<>();

    /// Runs the task at once where this is the window's thread already, else soon on it.
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// Runs the task on the window's thread after what it is at, from whichever thread.
    public void later(Runnable task) {
        Platform.runLater(task);
    }

    /// Runs the newest task that was given for the subject before the window's thread came to it;
    /// the earlier ones are dropped.
    public void latest(Object subject, Runnable task) {
        if (waiting.put(subject, task) == null) {
            Platform.runLater(() -> {
                Runnable newest = waiting.remove(subject);
                if (newest != null) {
                    newest.run();
                }
            });
        }
    }
}
