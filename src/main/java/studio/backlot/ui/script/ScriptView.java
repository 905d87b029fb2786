package studio.backlot.ui.script;

import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.FileChooser;
import studio.backlot.scene.SceneHeading;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// The writer's room: outline at the left, the page in the middle, the foot bar.
public final class ScriptView implements RoomView {
    private static final double OUTLINE = 240;
    private static final double PAGE = 816;
    private static final double TYPE_SIZE = 16;

    private final ScriptViewModel script;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final TextArea page = new TextArea();
    private final ListView<SceneHeading> outline = new ListView<>();
    private boolean hasTypewriter;

    /// `place` is where scripts are kept that were begun without a name.
    public ScriptView(ShellViewModel shell, Locale locale, InstantSource clock, Path place) {
        words = Words.of("script", locale);
        script = new ScriptViewModel(shell.io(), clock, place, words.get("untitled"));
        node.setId("script");
        node.setLeft(outline());
        node.setCenter(middle());
        node.setBottom(foot());
    }

    private Node outline() {
        outline.setId("outline");
        outline.setItems(script.headings());
        outline.setCellFactory(list -> new HeadingCell());
        outline.setAccessibleText(words.get("outline"));
        outline.setPrefWidth(OUTLINE);
        var nothing = new Label(words.get("outline.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("caption", "panel");
        outline.setPlaceholder(nothing);
        outline.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> Optional.ofNullable(now).ifPresent(this::go));
        outline.getStyleClass().addAll("ground-1", "line-right");
        return outline;
    }

    private void go(SceneHeading heading) {
        page.requestFocus();
        page.positionCaret(Math.min(heading.offset(), page.getLength()));
    }

    private Node middle() {
        page.setId("page");
        page.getStyleClass().addAll("bare", "script-page");
        page.setWrapText(true);
        page.setMaxWidth(PAGE);
        page.setAccessibleText(words.get("page"));
        page.textProperty().bindBidirectional(script.text());
        var stack = new StackPane(page, empty());
        stack.getStyleClass().addAll("surface-0", "desk");
        return stack;
    }

    private Node empty() {
        var title = new Label(words.get("empty.title"));
        title.getStyleClass().add("hero");
        var buttons =
                new HBox(
                        8,
                        Buttons.quiet("script-open", words.get("open"), this::open),
                        Buttons.primary("script-new", words.get("new"), this::begin));
        buttons.setAlignment(Pos.CENTER);
        var box = new VBox(16, title, buttons);
        box.setAlignment(Pos.CENTER);
        box.setPickOnBounds(false);
        box.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        script.file().get().isEmpty()
                                                && script.text().get().isEmpty(),
                                script.file(),
                                script.text()));
        return box;
    }

    private Node foot() {
        var state = new Label();
        state.setId("script-state");
        state.textProperty()
                .bind(Bindings.createStringBinding(this::state, script.kept(), script.file()));
        var count = new Label();
        count.setId("script-count");
        count.getStyleClass().add("soft");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.get(
                                                "count",
                                                script.headings().size(),
                                                words.number(script.words())),
                                script.text()));
        var ai = new Label(words.get("ai.off"));
        ai.setId("ai");
        ai.getStyleClass().add("soft");
        var row = new HBox(state, Gaps.across(), count, ai);
        row.getStyleClass().addAll("job-strip", "line-above");
        return row;
    }

    private String state() {
        return switch (script.kept().get()) {
            case ScriptViewModel.KeptState.None() -> words.get("state.none");
            case ScriptViewModel.KeptState.Behind() -> words.get("state.behind", name());
            case ScriptViewModel.KeptState.Kept(var when) ->
                    words.get("state.kept", name(), words.time(when));
            case ScriptViewModel.KeptState.Failed(String reason) ->
                    words.get("state.failed", reason);
        };
    }

    private String name() {
        return script.file()
                .get()
                .map(file -> String.valueOf(file.path().getFileName()))
                .orElse("");
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(words.get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.get("fountain"), "*.fountain", "*.txt"));
        return chooser;
    }

    private void open() {
        chosen(chooser("open").showOpenDialog(node.getScene().getWindow())).ifPresent(script::open);
    }

    private void begin() {
        chosen(chooser("new").showSaveDialog(node.getScene().getWindow())).ifPresent(script::begin);
    }

    private void keepAs() {
        chosen(chooser("saveAs").showSaveDialog(node.getScene().getWindow()))
                .ifPresent(script::keepAt);
    }

    private static Optional<Path> chosen(@org.jspecify.annotations.Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    /// The script that is open.
    public ScriptViewModel script() {
        return script;
    }

    @Override
    public Node node() {
        loadTypewriter();
        return node;
    }

    /// The page's type is needed in this room alone.
    private void loadTypewriter() {
        if (!hasTypewriter) {
            hasTypewriter = true;
            Font.loadFont(
                    ScriptView.class.getResourceAsStream(
                            "/studio/backlot/ui/fonts/CourierPrime_400Regular.ttf"),
                    TYPE_SIZE);
        }
    }

    @Override
    public void open(OpenShow show) {
        // a script is no part of the show's records yet
    }

    @Override
    public void close() {
        script.keep();
    }

    @Override
    public void focus() {
        page.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("open", words, this::open),
                Command.of("new", words, this::begin),
                Command.of("save", words, script::keep),
                Command.of("saveAs", words, this::keepAs));
    }
}
