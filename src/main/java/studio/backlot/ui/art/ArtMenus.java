package studio.backlot.ui.art;

import javafx.scene.control.MenuItem;

/// Items of the room's menus.
final class ArtMenus {
    private ArtMenus() {}

    static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
