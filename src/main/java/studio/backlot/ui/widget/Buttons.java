package studio.backlot.ui.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The kinds of buttons of the program: one primary per region, the rest quiet.
public final class Buttons {
    private Buttons() {}

    /// The one main button of a region.
    public static Button primary(String id, String text, Runnable action) {
        Button button = quiet(id, text, action);
        button.getStyleClass().add("primary");
        return button;
    }

    /// A button like any other.
    public static Button quiet(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button of words without a ground, as in a line of text.
    public static Button link(String id, String text, Runnable action) {
        Button button = quiet(id, text, action);
        button.getStyleClass().add("link");
        return button;
    }

    /// A button of one icon; `hint` is its accessible text and its tooltip: name, key, a sentence.
    public static Button icon(String id, String icon, String hint, Runnable action) {
        var button = new Button("", new Icon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(hint);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(event -> action.run());
        return button;
    }
}
