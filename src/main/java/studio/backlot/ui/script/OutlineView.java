package studio.backlot.ui.script;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.scene.ScriptLayout;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.ScriptFile;

/// The scenes of the script: number, heading, length in eighths of a page. The one that the writer
/// is in is lit; a click or Enter goes to another.
final class OutlineView extends ListView<ScriptLayout.Scene> {
    private static final double NARROW = 240;
    private static final double WIDE = 360;
    private static final double WIDE_FROM = 1920;
    private static final int EIGHTHS = 8;

    private final ScriptViewModel script;
    private final Words words;

    /// `go` puts the writer at a place of the words.
    OutlineView(ScriptViewModel script, Words words, IntConsumer go) {
        this.script = script;
        this.words = words;
        setId("outline");
        setCellFactory(list -> new SceneCell());
        setAccessibleText(words.get("outline"));
        var nothing = new Label(words.get("outline.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("caption", "panel");
        setPlaceholder(nothing);
        getStyleClass().add("ground-1");
        setPrefWidth(NARROW);
        Runnable enter = () -> chosen().ifPresent(scene -> go.accept(scene.heading().offset()));
        setOnMouseClicked(event -> enter.run());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        enter.run();
                    }
                });
        script.layout().addListener((property, before, now) -> fill(now));
        script.caret().addListener((property, before, now) -> light());
        sceneProperty().flatMap(scene -> scene.widthProperty()).subscribe(this::widen);
    }

    /// The list under the script's name and how many scenes it has.
    Node withHead() {
        var name = new Label();
        name.setId("outline-name");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        name.textProperty()
                .bind(
                        script.file()
                                .map(file -> file.map(this::name).orElse(words.get("untitled"))));
        var count = new Label();
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("label-2");
        count.textProperty()
                .bind(script.layout().map(now -> words.get("scenes", now.scenes().size())));
        var head = new HBox(8, name, Gaps.across(), count);
        head.getStyleClass().add("outline-head");
        VBox.setVgrow(this, Priority.ALWAYS);
        var column = new VBox(head, this);
        column.getStyleClass().add("line-right");
        return column;
    }

    private String name(ScriptFile file) {
        return String.valueOf(file.path().getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private void widen(@org.jspecify.annotations.Nullable Number width) {
        setPrefWidth(width != null && width.doubleValue() >= WIDE_FROM ? WIDE : NARROW);
    }

    private Optional<ScriptLayout.Scene> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private void fill(ScriptLayout layout) {
        if (!layout.scenes().equals(getItems())) {
            getItems().setAll(layout.scenes());
        }
        light();
    }

    /// The scene before whose heading the writer is not.
    private void light() {
        int lit = -1;
        for (int place = 0; place < getItems().size(); place++) {
            if (getItems().get(place).heading().offset() <= script.caret().get()) {
                lit = place;
            }
        }
        if (lit >= 0) {
            getSelectionModel().select(lit);
        } else {
            getSelectionModel().clearSelection();
        }
    }

    private String eighths(int eighths) {
        int whole = eighths / EIGHTHS;
        int rest = eighths % EIGHTHS;
        if (whole == 0) {
            return words.get("eighths", rest);
        }
        return rest == 0 ? words.number(whole) : words.get("eighths.over", whole, rest);
    }

    /// One scene.
    private final class SceneCell extends ListCell<ScriptLayout.Scene> {
        private static final double NUMBER = 28;
        private final Label number = new Label();
        private final Label text = new Label();
        private final Label length = new Label();
        private final HBox row = new HBox(8, number, text, length);

        SceneCell() {
            number.getStyleClass().addAll("mono", "quiet");
            number.setMinWidth(NUMBER);
            number.setAlignment(Pos.CENTER_RIGHT);
            length.getStyleClass().addAll("mono", "quiet");
            length.setMinWidth(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ScriptLayout.Scene scene, boolean empty) {
            super.updateItem(scene, empty);
            if (empty || scene == null) {
                setGraphic(null);
                return;
            }
            number.setText(
                    scene.heading().number().orElseGet(() -> String.valueOf(getIndex() + 1)));
            text.setText(scene.heading().text());
            length.setText(eighths(scene.eighths()));
            setGraphic(row);
        }
    }
}
