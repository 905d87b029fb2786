package studio.backlot.ui.art;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;

/// The strip of this shot's takes, newest left.
final class TakesView extends StackPane {
    private final ArtViewModel art;
    private final TakeActions actions;
    private final Words words;
    private final ListView<Take> list = new ListView<>();

    TakesView(ArtViewModel art, TakeActions actions, CardImages images, Words words) {
        this.art = art;
        this.actions = actions;
        this.words = words;
        setId("takes-strip");
        getStyleClass().addAll("takes", "line-above");
        list.setId("takes");
        list.setAccessibleText(words.get("takes.hint"));
        list.setOrientation(Orientation.HORIZONTAL);
        list.setItems(art.takes());
        list.setCellFactory(view -> new TakeCell(art, images, words));
        var nothing = new Label(words.get("takes.none"));
        nothing.getStyleClass().add("caption");
        list.setPlaceholder(nothing);
        StackPane.setAlignment(nothing, Pos.CENTER_LEFT);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        Optional.ofNullable(now)
                                .ifPresent(take -> art.chosen().set(Optional.of(take))));
        art.chosen().addListener((property, before, now) -> select(now));
        art.takes()
                .addListener(
                        (javafx.collections.ListChangeListener<Take>)
                                change -> select(art.chosen().get()));
        list.setOnContextMenuRequested(this::menu);
        getChildren().add(list);
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
            case Take.Made made ->
                    menu.getItems()
                            .addAll(
                                    Menus.item(
                                            words.get(
                                                    made.card().marks().isStarred()
                                                            ? "unstar"
                                                            : "star"),
                                            () -> art.star(made)),
                                    Menus.item(words.get("again"), () -> art.useAgain(made)),
                                    Menus.item(
                                            words.get("export"), () -> actions.export(made, list)),
                                    new SeparatorMenuItem(),
                                    Menus.item(words.get("hide"), () -> art.hide(made)));
            case Take.Coming coming ->
                    menu.getItems()
                            .addAll(
                                    Menus.item(words.get("stop"), () -> art.stop(coming.job())),
                                    Menus.item(words.get("retry"), () -> art.retry(coming.job())));
        }
        menu.show(list, event.getScreenX(), event.getScreenY());
    }
}
