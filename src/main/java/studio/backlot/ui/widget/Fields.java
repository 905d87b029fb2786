package studio.backlot.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Rows of a panel: the label at the left, 88 wide, the control beside it.
public final class Fields {
    private Fields() {}

    /// A row of a label and its control; the label is the control's accessible text.
    public static HBox row(String label, Node control) {
        var name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(label);
        }
        if (control instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(control, Priority.ALWAYS);
        var row = new HBox(8, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
