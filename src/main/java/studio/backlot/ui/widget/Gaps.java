package studio.backlot.ui.widget;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Empty space that takes what is left.
public final class Gaps {
    private Gaps() {}

    /// Pushes what follows in a row to its end.
    public static Region across() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Pushes what follows in a column to its foot.
    public static Region down() {
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
