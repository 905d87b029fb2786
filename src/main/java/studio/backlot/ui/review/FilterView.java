package studio.backlot.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.BrowseAssets;

/// What stands above the list: words to find, chips of what it is narrowed by, and sheet or table.
final class FilterView extends VBox {
    private final ReviewViewModel review;
    private final Words words;
    private final HBox chips = new HBox(8);

    FilterView(ReviewViewModel review, Words words) {
        this.review = review;
        this.words = words;
        setSpacing(8);
        getStyleClass().add("filter-bar");
        var find = new TextField();
        find.setId("review-find");
        find.setPromptText(words.get("find.prompt"));
        find.setAccessibleText(words.get("find.prompt"));
        find.setPrefWidth(160);
        find.setMinWidth(112);
        find.textProperty().bindBidirectional(review.typed());
        var status = new Label();
        status.setId("review-status");
        status.getStyleClass().addAll("label-2", "soft");
        status.setMinWidth(0);
        status.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> status(review.inbox().get()), review.inbox()));
        var first =
                new HBox(
                        8,
                        find,
                        menu(),
                        new SavedViewsView(review.saved(), words),
                        Gaps.across(),
                        status,
                        shapes());
        first.setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        getChildren().addAll(first, chips);
        review.filters().addListener((property, before, now) -> fill());
        review.part().addListener((property, before, now) -> fill());
    }

    /// Nothing is said before something is known.
    private String status(Inbox inbox) {
        return inbox.equals(Inbox.EMPTY)
                ? ""
                : words.get("status", inbox.waiting(), inbox.sealed());
    }

    private MenuButton menu() {
        var menu = new MenuButton(words.get("filter.add"));
        menu.setId("review-filter");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getStyleClass().add("flat");
        menu.setOnShowing(event -> {
            Set<FilterChoice> now = review.filters().get();
            List<CheckMenuItem> items = new ArrayList<>();
            for (FilterChoice choice : FilterChoice.values()) {
                var item = new CheckMenuItem(words.get("filter." + choice.wireName()));
                item.setId("filter-" + choice.wireName());
                item.setSelected(now.contains(choice));
                item.setOnAction(done -> review.narrow(choice, item.isSelected()));
                items.add(item);
            }
            menu.getItems().setAll(items);
        });
        menu.getItems().setAll(new CheckMenuItem(words.get("filter.add")));
        return menu;
    }

    private HBox shapes() {
        var group = new ToggleGroup();
        ToggleButton sheet = shape(group, "review-sheet", "view-grid-outline", "shape.sheet");
        ToggleButton table = shape(group, "review-table", "table", "shape.table");
        sheet.setSelected(true);
        sheet.setOnAction(event -> review.isTable().set(false));
        table.setOnAction(event -> review.isTable().set(true));
        review.isTable()
                .addListener((property, before, now) -> group.selectToggle(now ? table : sheet));
        return new HBox(sheet, table);
    }

    private ToggleButton shape(ToggleGroup group, String id, String icon, String text) {
        var button = new ToggleButton("", new Icon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setToggleGroup(group);
        button.setAccessibleText(words.get(text));
        button.setTooltip(new Tooltip(words.get(text)));
        return button;
    }

    private void fill() {
        List<Node> all = new ArrayList<>();
        review.part()
                .get()
                .ifPresent(part -> all.add(chip("chip-part", name(part), review::widen)));
        review.filters()
                .get()
                .forEach(choice ->
                        all.add(
                                chip(
                                        "chip-" + choice.wireName(),
                                        words.get("filter." + choice.wireName()),
                                        () -> review.narrow(choice, false))));
        chips.getChildren().setAll(all);
    }

    private String name(BrowseAssets.Waiting part) {
        return part.node().isPresent() ? part.name() : words.get("nav.noSlot");
    }

    private Button chip(String id, String text, Runnable remove) {
        Button chip = Buttons.quiet(id, text, remove);
        chip.setGraphic(new Icon("close", 12));
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(words.get("filter.remove", text));
        return chip;
    }
}
