package studio.backlot.ui.review;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// What a dropped file is, in a card over the window.
final class InspectView extends VBox {
    private static final double WIDTH = 520;

    InspectView(InspectViewModel.Found found, Overlay overlay, Words words) {
        setId("inspect");
        setSpacing(12);
        setPrefWidth(WIDTH);
        getStyleClass().add("dialog-card");
        add(found.name(), "heading");
        found.records().forEach(line -> add(line, "strong"));
        found.says().forEach(line -> add(line, "soft"));
        add(found.hash(), "caption");
        getChildren()
                .add(
                        new HBox(
                                Gaps.across(),
                                Buttons.primary(
                                        "inspect-close", words.get("close"), overlay::close)));
    }

    private void add(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }
}
