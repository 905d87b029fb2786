package studio.backlot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;
import studio.backlot.base.TaskResult;
import studio.backlot.raster.Plate;

/// The program's real window on the headless platform, driven as a person drives it: by what is on
/// the screen, its controls found by their ids.
///
/// Whatever nobody caught on the window's thread fails the next step. One window at a time.
public final class WindowDriver implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Path BUNDLED = Path.of("models");

    private final Wiring wiring;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Optional<Throwable>> uncaught =
            new AtomicReference<>(Optional.empty());

    private WindowDriver(Wiring wiring, Stage stage) {
        this.wiring = wiring;
        this.stage = stage;
    }

    /// Opens the window with an app folder of its own; productions are made in `shows`.
    public static WindowDriver open(Path appFolder, Path shows) throws Exception {
        startToolkit();
        var folders = new Folders(appFolder, Optional.of(BUNDLED));
        var wiring = new Wiring(folders);
        var program = new WindowProgram(wiring, new SettingsFile(folders.settings()), shows);
        var driver = new WindowDriver(wiring, onWindowThread(program::show));
        onWindowThread(() -> {
            Thread.currentThread()
                    .setUncaughtExceptionHandler(
                            (thread, failure) -> driver.uncaught.set(Optional.of(failure)));
            return true;
        });
        return driver;
    }

    private static void startToolkit() throws Exception {
        var started = new FutureTask<>(() -> true);
        try {
            Platform.startup(started);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(started);
        }
        started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    /// Does something on the window's thread and returns what came of it.
    public static <T> T onWindowThread(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on the window's thread", e.getCause());
        }
    }

    /// The control of that id as soon as it is seen in any window.
    public Node seen(String id) throws Exception {
        AtomicReference<Optional<Node>> found = new AtomicReference<>(Optional.empty());
        until(
                "the control " + id + " is there",
                () -> {
                    found.set(onWindowThread(() -> find(id)));
                    return found.get().isPresent();
                });
        return found.get().orElseThrow();
    }

    /// Whether the control of that id can be seen now.
    public boolean isSeen(String id) throws Exception {
        return onWindowThread(() -> find(id).isPresent());
    }

    private static Optional<Node> find(String id) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .flatMap(root -> find(root, id).stream())
                .findFirst();
    }

    private static Optional<Node> find(Parent root, String id) {
        return root.lookupAll("#" + id).stream().filter(WindowDriver::isShown).findFirst();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /// Clicks a control once it is there and may be used; again where the window made another one
    /// of it just then.
    public WindowDriver click(String id) throws Exception {
        until(
                "the control " + id + " can be clicked",
                () -> {
                    Node node = seen(id);
                    if (onWindowThread(node::isDisabled)) {
                        return false;
                    }
                    try {
                        robot.clickOn(node);
                        return true;
                    } catch (RuntimeException replaced) {
                        if (onWindowThread(() -> node.getScene() != null)) {
                            throw replaced;
                        }
                        return false;
                    }
                });
        return this;
    }

    /// Puts a text into a field in place of what it holds.
    public WindowDriver type(String id, String text) throws Exception {
        Node field = seen(id);
        onWindowThread(() -> {
            field.requestFocus();
            ((TextInputControl) field).setText(text);
            return true;
        });
        return this;
    }

    /// Presses keys together.
    public WindowDriver press(KeyCode... keys) throws Exception {
        robot.push(keys);
        check();
        return this;
    }

    /// Holds a key down while something is looked at.
    public void hold(KeyCode key, Look look) throws Exception {
        robot.press(key);
        try {
            look.at();
        } finally {
            robot.release(key);
        }
        check();
    }

    /// What is looked at meanwhile.
    @FunctionalInterface
    public interface Look {
        void at() throws Exception;
    }

    /// Makes the window as large as this, dark or light.
    public WindowDriver stand(double width, double height, ColorScheme scheme) throws Exception {
        onWindowThread(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            stage.getScene().getPreferences().setColorScheme(scheme);
            return true;
        });
        until(
                "the window is as large",
                () ->
                        onWindowThread(() ->
                                stage.getScene().getWidth() == width
                                        && stage.getScene().getHeight() == height));
        return this;
    }

    /// Puts the pointer where it touches nothing.
    public WindowDriver rest() throws Exception {
        robot.moveTo(
                stage.getScene().getRoot(), Pos.BOTTOM_RIGHT, new Point2D(-2, -2), Motion.DIRECT);
        return this;
    }

    /// The window as it looks now.
    public Plate picture() throws Exception {
        return onWindowThread(() -> {
            WritableImage image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var argb = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            var rgb = new byte[argb.length * Plate.CHANNELS];
            for (int i = 0; i < argb.length; i++) {
                rgb[3 * i] = (byte) (argb[i] >> 16);
                rgb[3 * i + 1] = (byte) (argb[i] >> 8);
                rgb[3 * i + 2] = (byte) argb[i];
            }
            return new Plate(width, height, rgb);
        });
    }

    /// The items of a list, as they describe themselves.
    public List<String> items(String id) throws Exception {
        var list = (ListView<?>) seen(id);
        return onWindowThread(() -> list.getItems().stream().map(String::valueOf).toList());
    }

    /// What a label, a button or a field says.
    public String text(String id) throws Exception {
        Node node = seen(id);
        return onWindowThread(() ->
                node instanceof Labeled labeled
                        ? labeled.getText()
                        : ((TextInputControl) node).getText());
    }

    /// Waits until a control says these words.
    public void says(String id, String words) throws Exception {
        until(id + " says: " + words, () -> isSeen(id) && text(id).contains(words));
    }

    /// Waits until something holds.
    public void until(String what, Callable<Boolean> holds) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, holds);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
        check();
    }

    private void check() {
        uncaught.get()
                .ifPresent(failure -> {
                    throw new AssertionError("nobody caught this in the window", failure);
                });
    }

    /// Closes the window as a person does, and waits until all is kept.
    @Override
    public void close() {
        var closing =
                new FutureTask<>(() -> {
                    stage.close();
                    return true;
                });
        Platform.runLater(closing);
        TaskResult.of(closing);
        wiring.close();
        check();
    }
}
