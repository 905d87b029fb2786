package studio.backlot.ui.script;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import studio.backlot.scene.ScriptLayout;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.ScriptFile;
import studio.backlot.workflow.StrangeText;

/// The open script: its text, how it lies on pages, where the writer is in it, and whether the file
/// has all of it. For the window's thread.
public final class ScriptViewModel {
    private static final Duration CALM = Duration.seconds(1);
    private static final Duration GLANCE = Duration.millis(150);

    private final Background io;
    private final InstantSource clock;
    private final Path place;
    private final String name;
    private final Consumer<String> lost;
    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final DoubleProperty scroll = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<ScriptLayout> layout =
            new ReadOnlyObjectWrapper<>(ScriptLayout.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<ScriptFile>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<KeptState> kept =
            new ReadOnlyObjectWrapper<>(new KeptState.None());
    private final PauseTransition calm = new PauseTransition(CALM);
    private final PauseTransition glance = new PauseTransition(GLANCE);
    private Optional<OpenShow> show = Optional.empty();
    private String stored = "";
    private boolean isFilling;
    private int turn;

    /// Files are read and written on the executor of `io`. What is typed without a file goes into a
    /// new one of that name: with the show's scripts, or in `place` where no show is open. `lost`
    /// hears why a script could not be kept that is not on the page any more.
    public ScriptViewModel(
            Background io, InstantSource clock, Path place, String name, Consumer<String> lost) {
        this.lost = lost;
        this.io = io;
        this.clock = clock;
        this.place = place;
        this.name = name;
        calm.setOnFinished(event -> keep());
        glance.setOnFinished(event -> layOut());
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

    /// Where the writer is in the words, in UTF-16 units.
    IntegerProperty caret() {
        return caret;
    }

    /// How far the page is scrolled, in pixels.
    DoubleProperty scroll() {
        return scroll;
    }

    /// The words on printed pages; a moment behind what is typed.
    ReadOnlyObjectProperty<ScriptLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ScriptFile>> file() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeptState> kept() {
        return kept.getReadOnlyProperty();
    }

    /// What was not understood in the file.
    List<StrangeText> strange() {
        return file.get().map(ScriptFile::strange).orElse(List.of());
    }

    /// Opens the script that this show was left in, unless something is being written already.
    void enter(OpenShow opened) {
        show = Optional.of(opened);
        if (file.get().isEmpty() && text.get().isBlank()) {
            opened.ask(ScriptPlace::last, last -> last.ifPresent(this::goBack));
        }
    }

    private void goBack(ScriptPlace last) {
        io.ask(
                () -> ScriptFile.open(last.script()),
                one -> {
                    opened(one);
                    caret.set(Math.clamp(last.caret(), 0, text.get().length()));
                    scroll.set((double) last.scroll());
                });
    }

    /// Keeps the script and where the writer is in it, and puts it away.
    void leave() {
        keep();
        show.filter(one -> !one.isReadOnly())
                .ifPresent(one ->
                        file.get()
                                .map(script ->
                                        new ScriptPlace(
                                                script.path().toAbsolutePath(),
                                                caret.get(),
                                                Math.round(scroll.get())))
                                .ifPresent(
                                        last -> one.desk().run(() -> last.keep(one.production()))));
        show = Optional.empty();
        fill("");
        file.set(Optional.empty());
        kept.set(new KeptState.None());
    }

    private Path folder() {
        return show.map(one -> one.production().layout().scenes()).orElse(place);
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
        fill(one.text());
        file.set(Optional.of(one));
        kept.set(new KeptState.Kept(clock.instant()));
    }

    /// Puts words on the page that the file has already.
    private void fill(String words) {
        turn++;
        isFilling = true;
        text.set(words);
        isFilling = false;
        stored = text.get();
        calm.stop();
        layOut();
    }

    private void typed(String now) {
        if (!isFilling && (file.get().isPresent() || !now.isBlank())) {
            kept.set(new KeptState.Behind());
            calm.playFromStart();
            glance.playFromStart();
        }
    }

    private void layOut() {
        String words = text.get();
        io.ask(
                () -> ScriptLayout.of(words),
                found -> {
                    if (words.equals(text.get())) {
                        layout.set(found);
                    }
                });
    }

    /// Writes the words into the file now.
    public void keep() {
        calm.stop();
        String words = text.get();
        if (words.equals(stored)) {
            return;
        }
        Path folder = folder();
        Optional<ScriptFile> one = file.get();
        int asked = turn;
        io.ask(
                () ->
                        one.map(script -> script.keep(words))
                                .orElseGet(() -> ScriptFile.beginIn(folder, name, words)),
                script -> written(script, asked),
                failure -> failed(failure, asked));
    }

    /// Writes the words into another file and goes on there.
    public void keepAt(Path path) {
        String words = text.get();
        Optional<ScriptFile> one = file.get();
        int asked = turn;
        io.ask(
                () -> one.orElseGet(() -> ScriptFile.begin(path)).keepAt(path, words),
                script -> written(script, asked),
                failure -> failed(failure, asked));
    }

    /// Another script may be on the page by now.
    private void written(ScriptFile script, int asked) {
        if (asked != turn) {
            return;
        }
        file.set(Optional.of(script));
        stored = script.text();
        if (stored.equals(text.get())) {
            kept.set(new KeptState.Kept(clock.instant()));
        } else {
            calm.playFromStart();
        }
    }

    private void failed(RuntimeException failure, int asked) {
        if (asked == turn) {
            kept.set(new KeptState.Failed(String.valueOf(failure.getMessage())));
        } else {
            lost.accept(String.valueOf(failure.getMessage()));
        }
    }

    /// How many words stand on the page.
    public long words() {
        String now = text.get().strip();
        return now.isEmpty() ? 0 : now.split("\\s+", -1).length;
    }
}
