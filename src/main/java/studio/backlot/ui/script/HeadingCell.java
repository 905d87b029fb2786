package studio.backlot.ui.script;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import studio.backlot.scene.SceneHeading;

/// One scene in the outline: its number and its heading.
final class HeadingCell extends ListCell<SceneHeading> {
    @Override
    protected void updateItem(SceneHeading heading, boolean empty) {
        super.updateItem(heading, empty);
        if (empty || heading == null) {
            setGraphic(null);
            return;
        }
        var number = new Label(heading.number().orElseGet(() -> String.valueOf(getIndex() + 1)));
        number.getStyleClass().addAll("mono", "quiet");
        number.setMinWidth(28);
        number.setAlignment(Pos.CENTER_RIGHT);
        var text = new Label(heading.text());
        text.setMaxWidth(180);
        var row = new HBox(8, number, text);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
    }
}
