package studio.backlot.ui.art;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;

/// Above the canvas: the shot that is worked on, and how the canvas is looked at.
final class OptionsBarView extends HBox {
    private final ArtViewModel art;
    private final Words words;
    private final Runnable askForSlot;
    private final MenuButton shot = new MenuButton();

    OptionsBarView(ArtViewModel art, CanvasView canvas, Words words, Runnable askForSlot) {
        this.art = art;
        this.words = words;
        this.askForSlot = askForSlot;
        setId("options");
        getStyleClass().addAll("options-bar", "line-below");
        setAlignment(Pos.CENTER_LEFT);
        shot.setId("shot");
        shot.getStyleClass().add("flat");
        shot.textProperty()
                .bind(Bindings.createStringBinding(() -> art.place().get(), art.place()));
        shot.setOnShowing(event -> fill());
        var zoom = new Label();
        zoom.setId("zoom");
        zoom.getStyleClass().addAll("mono", "soft");
        zoom.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.get(
                                                "zoom",
                                                String.valueOf(
                                                        Math.round(
                                                                canvas.zoom().zoom().get() * 100))),
                                canvas.zoom().zoom()));
        zoom.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> art.picture().get().isPresent(), art.picture()));
        getChildren()
                .addAll(
                        shot,
                        Gaps.across(),
                        zoom,
                        toggle("flip", "flip-horizontal", canvas.zoom().mirrored()),
                        toggle("values", "circle-half-full", canvas.values()),
                        toggle("guides", "grid", canvas.guides()),
                        Buttons.icon(
                                "surround",
                                "square-rounded",
                                words.get("surround.hint"),
                                canvas::nextSurround));
    }

    private ToggleButton toggle(
            String id, String icon, javafx.beans.property.BooleanProperty property) {
        var button = new ToggleButton("", new Icon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words.get(id + ".hint"));
        button.setTooltip(new Tooltip(words.get(id + ".hint")));
        button.selectedProperty().bindBidirectional(property);
        return button;
    }

    private void fill() {
        art.slots(slots -> {
            shot.getItems().setAll(slots.stream().map(this::item).collect(Collectors.toList()));
            shot.getItems().addFirst(Menus.item(words.get("shot.none"), art::workWithoutSlot));
            shot.getItems().add(Menus.item(words.get("shot.new"), askForSlot));
        });
    }

    private javafx.scene.control.MenuItem item(SlotChoice choice) {
        return Menus.item(choice.path(), () -> art.work(choice));
    }
}
