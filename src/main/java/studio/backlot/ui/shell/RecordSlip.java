package studio.backlot.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.RecordFacts;

/// The slip of a record, the same in all rooms: what, who, made with, from, allowed by, used for,
/// record number and seal; *Details* unfolds the exact terms.
public final class RecordSlip extends VBox {
    private static final int EXACT_ROWS = 16;

    private final SlipWords slip;
    private final Words words;
    private final VBox lines = new VBox();
    private final TextArea exact = new TextArea();
    private Optional<RecordFacts> shown = Optional.empty();

    /// `receipt` makes the receipt of an asset's record.
    public RecordSlip(SlipWords slip, Words words, Consumer<ContentHash> receipt) {
        this.slip = slip;
        this.words = words;
        setId("slip");
        getStyleClass().add("slip");
        setSpacing(12);
        exact.setId("slip-exact");
        exact.setEditable(false);
        exact.setPrefRowCount(EXACT_ROWS);
        exact.setAccessibleText(words.get("slip.details"));
        exact.getStyleClass().add("mono");
        getChildren().addAll(lines, buttons(receipt), exact);
        setVisible(false);
    }

    private FlowPane buttons(Consumer<ContentHash> receipt) {
        var details = new ToggleButton(words.get("slip.details"));
        details.setId("slip-details");
        exact.visibleProperty().bind(details.selectedProperty());
        exact.managedProperty().bind(details.selectedProperty());
        return new FlowPane(
                8,
                8,
                details,
                Buttons.quiet("slip-copy", words.get("slip.copy"), this::copy),
                Buttons.quiet(
                        "slip-receipt",
                        words.get("slip.receipt"),
                        () -> shown.ifPresent(facts -> receipt.accept(facts.what().asset()))));
    }

    private void copy() {
        shown.ifPresent(facts -> {
            var content = new ClipboardContent();
            content.putString(slip.text(facts));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /// Shows the slip of an asset, or none.
    public void show(Optional<RecordFacts> facts) {
        shown = facts;
        setVisible(facts.isPresent());
        lines.getChildren().clear();
        exact.setText(facts.map(RecordFacts::exact).orElse(""));
        facts.map(slip::lines)
                .ifPresent(all -> all.forEach(line -> lines.getChildren().add(row(line))));
    }

    private static HBox row(SlipWords.Line line) {
        var name = new Label(line.name());
        name.getStyleClass().add("slip-name");
        var says = new VBox();
        line.says().forEach(text -> says.getChildren().add(label(text)));
        line.small()
                .forEach(text -> {
                    Label label = label(text);
                    label.getStyleClass().add("slip-small");
                    says.getChildren().add(label);
                });
        HBox.setHgrow(says, Priority.ALWAYS);
        var row = new HBox(name, says);
        row.setId("slip-" + line.id());
        row.getStyleClass().add("slip-row");
        return row;
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
