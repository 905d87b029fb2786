package studio.backlot.ui.script;

import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.FileChooser;
import studio.backlot.scene.ScriptElement;
import studio.backlot.scene.ScriptLayout;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The writer's room: outline at the left, the page in the middle, the foot bar.
public final class ScriptView implements RoomView {
    private static final double TYPE_SIZE = 16;
    private static final List<ScriptElement> ELEMENTS =
            List.of(
                    ScriptElement.HEADING,
                    ScriptElement.ACTION,
                    ScriptElement.CHARACTER,
                    ScriptElement.PARENTHETICAL,
                    ScriptElement.DIALOGUE,
                    ScriptElement.TRANSITION,
                    ScriptElement.NOTE);

    private final ScriptViewModel script;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final PageView page;
    private final FindBarView find;
    private boolean hasTypewriter;

    /// `place` is where scripts are kept that were begun without a name and a show.
    public ScriptView(ShellViewModel shell, Locale locale, InstantSource clock, Path place) {
        words = Words.of("script", locale);
        script =
                new ScriptViewModel(
                        shell.io(),
                        clock,
                        place,
                        words.get("untitled"),
                        why -> shell.say(Message.failure(words.get("state.failed", why))));
        page = new PageView(script, words);
        find = new FindBarView(page.page(), words);
        node.setId("script");
        node.setLeft(new OutlineView(script, words, page::go).withHead());
        node.setCenter(middle());
        node.setBottom(new ScriptFootView(script, words, page.zoom()));
    }

    private Node middle() {
        var desk = new BorderPane(new StackPane(page, empty()));
        desk.setTop(new VBox(new StrangeView(script, words, page::go), find));
        desk.setMinSize(0, 0);
        return desk;
    }

    private Node empty() {
        var title = new Label(words.get("empty.title"));
        title.getStyleClass().add("title");
        title.setWrapText(true);
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
        script.enter(show);
    }

    @Override
    public void close() {
        script.leave();
    }

    @Override
    public void focus() {
        page.page().requestFocus();
    }

    /// Goes to the next scene, or with -1 to the one before.
    private void stepScene(int by) {
        int caret = page.page().getCaretPosition();
        List<Integer> places =
                script.layout().get().scenes().stream()
                        .map(ScriptLayout.Scene::heading)
                        .map(heading -> heading.offset())
                        .filter(place -> by > 0 ? place > caret : place < caret)
                        .toList();
        if (!places.isEmpty()) {
            page.go(by > 0 ? places.getFirst() : places.getLast());
        }
    }

    @Override
    public List<Command> commands() {
        TextArea typed = page.page();
        var keys = new PageKeys(typed);
        List<Command> all =
                new ArrayList<>(
                        List.of(
                                Command.of("open", words, this::open),
                                Command.of("new", words, this::begin),
                                Command.of("save", words, script::keep),
                                Command.of("saveAs", words, this::keepAs),
                                Command.of("find", words, find::open),
                                Command.of("undo", words, typed::undo),
                                Command.of("redo", words, typed::redo),
                                Command.of("scene.next", words, () -> stepScene(1)),
                                Command.of("scene.previous", words, () -> stepScene(-1)),
                                Command.of("larger", words, () -> page.zoomBy(1)),
                                Command.of("smaller", words, () -> page.zoomBy(-1))));
        ELEMENTS.forEach(element ->
                all.add(
                        Command.of(
                                "element." + element.wireName(), words, () -> keys.make(element))));
        return all;
    }
}
