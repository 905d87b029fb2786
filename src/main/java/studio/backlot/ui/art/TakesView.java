package studio.backlot.ui.art;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;

/// The strip of this shot's takes, newest left, with what can be done with several of them.
final class TakesView extends HBox {
    private final ArtViewModel art;
    private final TakeActions actions;
    private final Words words;
    private final ListView<Take> list = new ListView<>();

    /// What opens the contact sheet, the comparing and the search.
    record Openings(Runnable sheet, Runnable compare, Runnable search) {}

    TakesView(ArtViewModel art, TakeActions actions, CardImages images, Openings openings) {
        this.art = art;
        this.actions = actions;
        this.words = art.room().words();
        setId("takes-strip");
        getStyleClass().addAll("takes", "line-above");
        list.setId("takes");
        list.setAccessibleText(words.get("takes.hint"));
        list.setOrientation(Orientation.HORIZONTAL);
        list.setItems(art.takes().list());
        list.setCellFactory(view -> new TakeCell(art, images));
        var nothing = new Label(words.get("takes.none"));
        nothing.getStyleClass().add("caption");
        list.setPlaceholder(nothing);
        StackPane.setAlignment(nothing, Pos.CENTER_LEFT);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        Optional.ofNullable(now)
                                .ifPresent(take -> art.takes().chosen().set(Optional.of(take))));
        art.takes().chosen().addListener((property, before, now) -> select(now));
        art.takes()
                .list()
                .addListener(
                        (ListChangeListener<Take>) change -> select(art.takes().chosen().get()));
        list.setOnContextMenuRequested(this::menu);
        HBox.setHgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, buttons(openings));
    }

    private TilePane buttons(Openings openings) {
        var buttons =
                new TilePane(
                        Buttons.icon(
                                "sheet-open",
                                "view-grid-outline",
                                words.get("sheet.open"),
                                openings.sheet()),
                        Buttons.icon(
                                "compare-open",
                                "compare",
                                words.get("compare.open"),
                                openings.compare()),
                        Buttons.icon(
                                "search-open",
                                "magnify",
                                words.get("search.open"),
                                openings.search()),
                        more());
        buttons.setPrefColumns(2);
        buttons.setMinWidth(72);
        buttons.setMaxWidth(72);
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private MenuButton more() {
        var hiddenToo = new CheckMenuItem(words.get("takes.hidden"));
        hiddenToo.selectedProperty().bindBidirectional(art.takes().hiddenToo());
        hiddenToo.setId("takes-hidden");
        var erase = Menus.item(words.get("erase.open"), actions::erase);
        erase.setId("erase-open");
        var more = new MenuButton("", new Icon("dots-horizontal"), hiddenToo, erase);
        more.setId("takes-more");
        more.getStyleClass().addAll("flat", "icon-menu");
        more.setAccessibleText(words.get("takes.more"));
        more.setTooltip(new Tooltip(words.get("takes.more")));
        return more;
    }

    private void select(Optional<Take> take) {
        take.ifPresentOrElse(
                one -> list.getSelectionModel().select(one),
                () -> list.getSelectionModel().clearSelection());
    }

    private void menu(ContextMenuEvent event) {
        Take take = list.getSelectionModel().getSelectedItem();
        if (take == null) {
            return;
        }
        var menu = new ContextMenu();
        switch (take) {
            case Take.Made made -> fill(menu, made);
            case Take.Coming coming ->
                    menu.getItems()
                            .addAll(
                                    Menus.item(
                                            words.get("stop"), () -> art.runs().stop(coming.job())),
                                    Menus.item(
                                            words.get("retry"),
                                            () -> art.runs().retry(coming.job())));
        }
        menu.show(list, event.getScreenX(), event.getScreenY());
    }

    private void fill(ContextMenu menu, Take.Made made) {
        boolean isStarred = made.card().marks().isStarred();
        boolean isPicked = art.compare().picked().contains(made.asset());
        menu.getItems()
                .addAll(
                        Menus.item(
                                words.get(isStarred ? "unstar" : "star"),
                                () -> art.takes().star(made)),
                        Menus.item(
                                words.get(isPicked ? "compare.unpick" : "compare.pick"),
                                () -> art.compare().pick(made)),
                        Menus.item(words.get("again"), () -> art.useAgain(made.asset())),
                        Menus.item(words.get("export"), () -> actions.export(made, list)),
                        Menus.item(words.get("handOver"), actions::handOver),
                        new SeparatorMenuItem(),
                        Menus.item(
                                words.get(made.card().marks().isHidden() ? "unhide" : "hide"),
                                () -> art.takes().hide(made)));
    }
}
