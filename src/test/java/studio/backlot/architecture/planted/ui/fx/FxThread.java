package studio.backlot.architecture.planted.ui.fx;

import studio.backlot.architecture.library.javafx.application.Platform;

/// Innocent: the bridge from worker threads.
public final class FxThread {
    private FxThread() {}

    public static void run(Runnable work) {
        Platform.runLater(work);
    }
}
