package studio.backlot.architecture.planted.ui.art;

import studio.backlot.architecture.library.javafx.application.Platform;

/// Guilty: only `FxThread` calls `runLater`.
public final class JumpsTheQueue {
    private JumpsTheQueue() {}

    public static void jump() {
        Platform.runLater(() -> {});
    }
}
