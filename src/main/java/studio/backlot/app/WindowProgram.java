package studio.backlot.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import studio.backlot.app.bench.MeasuredWindow;
import studio.backlot.cli.Console;
import studio.backlot.cli.ExitCode;
import studio.backlot.ui.art.ArtView;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.models.ModelsView;
import studio.backlot.ui.models.ModelsViewModel;
import studio.backlot.ui.production.ProductionView;
import studio.backlot.ui.production.ProductionViewModel;
import studio.backlot.ui.review.ReviewView;
import studio.backlot.ui.script.ScriptView;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.JobStripView;
import studio.backlot.ui.shell.JobsViewModel;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.Room;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.Settings;
import studio.backlot.ui.shell.SettingsStore;
import studio.backlot.ui.shell.ShellMenus;
import studio.backlot.ui.shell.ShellView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.Studio;

/// The window: starts the toolkit, puts frame and rooms together, and ends when the window closes.
///
/// The window stands before any production, model or engine is touched.
final class WindowProgram {
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    /// The style of a window with larger targets.
    private static final String PENS = "pens";

    private final Studio studio;
    private final SettingsStore store;
    private final Path place;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// `place` is the folder in which productions are made unless the person chose another. Reads
    /// the settings: not for the window's thread.
    WindowProgram(Studio studio, SettingsStore store, Path place) {
        this.studio = studio;
        this.store = new SettingsAtStart(store.read(), store);
        this.place = place;
    }

    /// Shows the window until it is closed; with `isMeasuring` only until the first pulse with the
    /// prompt focused, and prints the milliseconds since the process began.
    int run(Console console, boolean isMeasuring) {
        try {
            Platform.startup(() -> {
                if (isMeasuring) {
                    measure(open(SettingsStore.forgetful(Settings.first()), frame -> {}), console);
                } else {
                    show();
                }
            });
        } catch (UnsupportedOperationException | IllegalStateException e) {
            console.message(
                    "there is no display to open a window on; for the command line see: backlot --help");
            return ExitCode.WRONG_USE;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    /// Opens the window with the show that was open last; for the window's thread.
    Stage show() {
        return open(store, frame -> frame.openLast(place));
    }

    /// Opens the window and returns what the work with it gives, on the calling thread; the window
    /// is closed then.
    <T> T during(WindowWork<T> work) throws Exception {
        var frame = new AtomicReference<Optional<ShellViewModel>>(Optional.empty());
        var opening =
                new FutureTask<>(() ->
                        open(
                                store,
                                shell -> {
                                    frame.set(Optional.of(shell));
                                    shell.openLast(place);
                                }));
        Platform.startup(opening);
        Stage stage = opening.get();
        try {
            return work.with(new MeasuredWindow(stage.getScene(), frame.get().orElseThrow()));
        } finally {
            new FxThread().later(stage::close);
            ended.await();
        }
    }

    /// Work with an open window.
    @FunctionalInterface
    interface WindowWork<T> {
        T with(MeasuredWindow window) throws Exception;
    }

    private Stage open(SettingsStore settingsStore, Consumer<ShellViewModel> then) {
        Settings settings = settingsStore.read();
        var stage = new Stage();
        Words words = Words.of("shell", locale(settings));
        var shell =
                new ShellViewModel(
                        studio, settingsStore, InstantSource.system(), new FxThread(), words);
        Scene scene = scene(shell, words);
        stage.setTitle(words.get("app.title"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.place().isMaximized());
        stage.setOnHidden(event -> end(shell, stage));
        stage.show();
        then.accept(shell);
        return stage;
    }

    private Scene scene(ShellViewModel shell, Words words) {
        Settings settings = shell.settings().get();
        var overlay = new Overlay();
        Locale locale = locale(settings);
        var art = new ArtView(shell, overlay, locale, place);
        var review = new ReviewView(shell, overlay, locale, place.resolve("receipts"));
        Map<Room, RoomView> rooms = new EnumMap<>(Room.class);
        rooms.put(Room.ART, art);
        rooms.put(Room.SCRIPT, new ScriptView(shell, locale, InstantSource.system(), place));
        rooms.put(Room.REVIEW, review);
        var view = new ShellView(shell, words, overlay, rooms);
        view.strip(new JobStripView(new JobsViewModel(shell), words));
        var scene =
                new Scene(
                        view.root(),
                        settings.place().width(),
                        settings.place().height(),
                        Color.grayRgb(20));
        scene.getStylesheets()
                .add(String.valueOf(ShellView.class.getResource("/studio/backlot/ui/backlot.css")));
        var menus = new ShellMenus(shell, view, overlay, words, place);
        addPages(new Frame(shell, view, overlay, menus, words), art, review);
        menus.commands().listenIn(scene);
        follow(scene, settings);
        shell.settings().addListener((property, before, now) -> follow(scene, now));
        view.room().focus();
        return scene;
    }

    /// What the pages stand in.
    private record Frame(
            ShellViewModel shell, ShellView view, Overlay overlay, ShellMenus menus, Words words) {}

    private void addPages(Frame frame, ArtView art, ReviewView review) {
        Words words = frame.words();
        Locale locale = words.locale();
        Words ofModels = Words.of("models", locale);
        var models =
                new ModelsView(
                        new ModelsViewModel(
                                studio,
                                frame.shell(),
                                ofModels,
                                pack -> {
                                    art.use(pack);
                                    frame.shell().room().set(Room.ART);
                                    frame.view().leavePage();
                                }),
                        ofModels);
        var production =
                new ProductionView(
                        new ProductionViewModel(frame.shell()),
                        frame.overlay(),
                        locale,
                        useCase -> {
                            review.showUseCase(useCase);
                            frame.shell().room().set(Room.REVIEW);
                            frame.view().leavePage();
                        });
        frame.menus()
                .addPage(Command.of("page.models", words, () -> frame.view().page(models.node())));
        frame.menus()
                .addPage(
                        Command.of(
                                "page.production",
                                words,
                                () -> frame.view().page(production.node())));
    }

    /// Theme and motion as they were chosen, or as the system has them.
    private static void follow(Scene scene, Settings settings) {
        Scene.Preferences preferences = scene.getPreferences();
        preferences.setColorScheme(
                switch (settings.look().theme()) {
                    case SYSTEM -> null;
                    case DARK -> ColorScheme.DARK;
                    case LIGHT -> ColorScheme.LIGHT;
                });
        scene.getRoot().getStyleClass().remove(PENS);
        if (settings.look().isForPens()) {
            scene.getRoot().getStyleClass().add(PENS);
        }
        preferences.setReducedMotion(settings.look().isMotionReduced() ? Boolean.TRUE : null);
    }

    private static Locale locale(Settings settings) {
        return settings.look().language().isEmpty()
                ? Locale.getDefault()
                : Locale.forLanguageTag(settings.look().language());
    }

    private void end(ShellViewModel shell, Stage stage) {
        shell.change(
                shell.settings()
                        .get()
                        .with(
                                new Settings.WindowPlace(
                                        stage.getScene().getWidth(),
                                        stage.getScene().getHeight(),
                                        stage.isMaximized())));
        shell.closeShow();
        ended.countDown();
    }

    private void measure(Stage stage, Console console) {
        Scene scene = stage.getScene();
        var listener = new Runnable[1];
        listener[0] =
                () -> {
                    if (Optional.ofNullable(scene.getFocusOwner())
                            .filter(node -> "prompt".equals(node.getId()))
                            .isPresent()) {
                        scene.removePostLayoutPulseListener(listener[0]);
                        Instant began = ProcessHandle.current().info().startInstant().orElseThrow();
                        console.result(
                                String.valueOf(Duration.between(began, Instant.now()).toMillis()));
                        // not in the pulse: the toolkit still looks for what lies under the pointer
                        new FxThread().later(stage::close);
                    }
                };
        scene.addPostLayoutPulseListener(listener[0]);
    }
}
