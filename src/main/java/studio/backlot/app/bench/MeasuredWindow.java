package studio.backlot.app.bench;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.shell.ShellViewModel;

/// The program's window while it is measured: what is asked of it is looked up on its own thread,
/// at each pulse, while the calling thread waits.
public record MeasuredWindow(Scene scene, ShellViewModel shell) {
    private static final long PATIENCE_SECONDS = 300;

    /// What is found at the first pulse at which there is something.
    <T> T seen(String what, Supplier<Optional<T>> look) throws Exception {
        var found = new CompletableFuture<T>();
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        look.get()
                                .ifPresent(one -> {
                                    stop();
                                    found.complete(one);
                                });
                    }
                };
        new FxThread().later(timer::start);
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("waited in vain for " + what, e);
        }
    }

    /// The control of that id as soon as it can be seen.
    Node node(String id) throws Exception {
        return seen(
                id,
                () ->
                        scene.getRoot().lookupAll("#" + id).stream()
                                .filter(MeasuredWindow::isShown)
                                .findFirst());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /// Runs a task on the window's thread.
    void later(Runnable task) {
        new FxThread().later(task);
    }
}
