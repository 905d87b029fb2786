package studio.backlot.ui.widget;

import javafx.scene.control.MenuItem;

/// Items of menus.
public final class Menus {
    private Menus() {}

    /// An item whose text is shown as it is, underscores and all.
    public static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
