package studio.backlot.ui.script;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.StrangeText;

/// What was not understood in the script's file: how much of it, and each place when asked.
final class StrangeView extends VBox {
    private static final double MOST_HEIGHT = 160;

    private final ScriptViewModel script;
    private final Words words;
    private final IntConsumer go;
    private final Label count = new Label();
    private final ToggleButton each;
    private final VBox list = new VBox();

    /// `go` puts the writer at a place of the words.
    StrangeView(ScriptViewModel script, Words words, IntConsumer go) {
        this.script = script;
        this.words = words;
        this.go = go;
        setId("strange");
        getStyleClass().addAll("line-below", "strange");
        count.setId("strange-count");
        count.setWrapText(true);
        each = new ToggleButton(words.get("strange.each"));
        each.setId("strange-each");
        var row = new HBox(8, new MarkIcon(Mark.PASTED), count, Gaps.across(), each);
        row.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.visibleProperty().bind(each.selectedProperty());
        scroll.managedProperty().bind(each.selectedProperty());
        getChildren().addAll(row, scroll);
        managedProperty().bind(visibleProperty());
        script.file().addListener((property, before, now) -> fill());
        fill();
    }

    private void fill() {
        List<StrangeText> all = script.strange();
        setVisible(!all.isEmpty());
        count.setText(words.get("strange.count", all.size()));
        list.getChildren().setAll(all.stream().map(this::place).toList());
    }

    private Node place(StrangeText one) {
        String kind = one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Buttons.link(
                "strange-" + one.offset(),
                words.get("strange.line", one.line(), words.get("strange." + kind)),
                () -> go.accept(one.offset()));
    }
}
