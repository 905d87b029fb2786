package studio.backlot.base;

import java.util.ArrayList;
import java.util.List;

/// A latch by which a person stops a run; safe to use from any thread, never reset.
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean isCancelled;

    /// Stops the run: runs each registered action once, on the calling thread.
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (isCancelled) {
                return;
            }
            isCancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (actions) {
            return isCancelled;
        }
    }

    /// Throws [Cancelled] when the latch has fallen.
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    /// Registers what must happen at the moment of cancelling, such as ending a model step in
    /// flight. When the latch has fallen already the action runs at once. Close the registration
    /// when the step is over.
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!isCancelled) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private void remove(Runnable action) {
        synchronized (actions) {
            actions.remove(action);
        }
    }

    /// An action waiting for the latch; closing it forgets the action.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
