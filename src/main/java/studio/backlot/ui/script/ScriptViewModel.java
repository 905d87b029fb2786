package studio.backlot.ui.script;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import studio.backlot.scene.SceneHeading;
import studio.backlot.ui.fx.Background;
import studio.backlot.workflow.ScriptFile;

/// The open script: its text, its scenes, and whether the file has them. For the window's thread.
public final class ScriptViewModel {
    private static final Duration CALM = Duration.seconds(1);

    private final Background io;
    private final InstantSource clock;
    private final Path folder;
    private final String name;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<SceneHeading> headings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ScriptFile>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<KeptState> kept =
            new ReadOnlyObjectWrapper<>(new KeptState.None());
    private final PauseTransition calm = new PauseTransition(CALM);

    /// Files are read and written on the executor of `io`. What is typed without a file goes into a
    /// new one of that name in the folder.
    public ScriptViewModel(Background io, InstantSource clock, Path folder, String name) {
        this.io = io;
        this.clock = clock;
        this.folder = folder;
        this.name = name;
        calm.setOnFinished(event -> keep());
        text.addListener((property, before, now) -> typed(now));
    }

    /// Whether the file has what stands on the page.
    public sealed interface KeptState {
        /// No script is open.
        record None() implements KeptState {}

        /// It has all of it since then.
        record Kept(Instant when) implements KeptState {}

        /// It is behind by what was typed last.
        record Behind() implements KeptState {}

        /// It could not be written, for this reason; the words are on the page.
        record Failed(String reason) implements KeptState {}
    }

    /// The words on the page.
    public StringProperty text() {
        return text;
    }

    public ObservableList<SceneHeading> headings() {
        return headings;
    }

    public ReadOnlyObjectProperty<Optional<ScriptFile>> file() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeptState> kept() {
        return kept.getReadOnlyProperty();
    }

    /// Opens a script in place of the one on the page, which is kept first.
    public void open(Path path) {
        keep();
        io.ask(() -> ScriptFile.open(path), this::opened);
    }

    /// Begins a script in a new file.
    public void begin(Path path) {
        keep();
        io.ask(() -> ScriptFile.begin(path), this::opened);
    }

    private void opened(ScriptFile one) {
        file.set(Optional.of(one));
        text.set(one.text());
        calm.stop();
        kept.set(new KeptState.Kept(clock.instant()));
    }

    private void typed(String now) {
        headings.setAll(SceneHeading.allIn(now));
        if (file.get().isPresent() || !now.isBlank()) {
            kept.set(new KeptState.Behind());
            calm.playFromStart();
        }
    }

    /// Writes the words into the file now.
    public void keep() {
        calm.stop();
        String words = text.get();
        if (file.get().isPresent()) {
            file.get()
                    .filter(one -> !one.text().equals(words))
                    .ifPresent(one -> io.ask(() -> one.keep(words), this::written, this::failed));
        } else if (!words.isBlank()) {
            io.ask(() -> ScriptFile.beginIn(folder, name, words), this::written, this::failed);
        }
    }

    /// Writes the words into another file and goes on there.
    public void keepAt(Path path) {
        String words = text.get();
        io.ask(
                () ->
                        file.get()
                                .map(one -> one.keepAt(path, words))
                                .orElseGet(() -> ScriptFile.begin(path).keepAt(path, words)),
                this::written,
                this::failed);
    }

    private void written(ScriptFile one) {
        file.set(Optional.of(one));
        if (one.text().equals(text.get())) {
            kept.set(new KeptState.Kept(clock.instant()));
        } else {
            calm.playFromStart();
        }
    }

    private void failed(RuntimeException failure) {
        kept.set(new KeptState.Failed(String.valueOf(failure.getMessage())));
    }

    /// How many words stand on the page.
    public long words() {
        String now = text.get().strip();
        return now.isEmpty() ? 0 : now.split("\\s+").length;
    }
}
