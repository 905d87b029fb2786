package studio.backlot.ui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.SavedViews;

/// The menu of saved views: each by its name, what is shown now to keep under a name, and those to
/// forget.
final class SavedViewsView extends MenuButton {
    private final SavedViewsViewModel saved;
    private final Words words;

    SavedViewsView(SavedViewsViewModel saved, Words words) {
        super(words.get("views"));
        this.saved = saved;
        this.words = words;
        setId("review-views");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("flat");
        fill();
        setOnShowing(event -> fill());
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (SavedViews.View view : saved.views()) {
            MenuItem item = Menus.item(view.name(), () -> saved.enter(view));
            item.setId("view-" + view.name());
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(keep());
        if (!saved.views().isEmpty()) {
            var forget = new Menu(words.get("views.forget"));
            saved.views()
                    .forEach(view ->
                            forget.getItems()
                                    .add(Menus.item(view.name(), () -> saved.forget(view.name()))));
            items.add(forget);
        }
        getItems().setAll(items);
    }

    private MenuItem keep() {
        var name = new TextField();
        name.setId("view-name");
        name.setPromptText(words.get("views.name"));
        name.setAccessibleText(words.get("views.name"));
        Runnable keep =
                () -> {
                    if (!name.getText().isBlank()) {
                        saved.keep(name.getText());
                        hide();
                    }
                };
        name.setOnAction(event -> keep.run());
        var item =
                new CustomMenuItem(
                        new HBox(
                                8, name, Buttons.quiet("view-keep", words.get("views.keep"), keep)),
                        false);
        return item;
    }
}
