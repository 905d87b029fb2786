package studio.backlot.ui.art;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
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
                .bind(
                        Bindings.createStringBinding(
                                () -> art.place().words().get(), art.place().words()));
        fill(List.of());
        shot.setOnShowing(event -> art.place().slots(this::fill));
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
                        reference(),
                        toggle("flip", "flip-horizontal", canvas.zoom().mirrored()),
                        toggle("values", "circle-half-full", canvas.values()),
                        toggle("guides", "grid", canvas.guides().isOn()),
                        kinds(canvas.guides()),
                        Buttons.icon(
                                "surround",
                                "square-rounded",
                                words.get("surround.hint"),
                                canvas::nextSurround));
    }

    /// There only where the place has references.
    private ToggleButton reference() {
        ToggleButton button = toggle("references", "image-outline", art.references().isOn());
        button.visibleProperty().bind(Bindings.isNotEmpty(art.references().list()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// Which lines the guides are.
    private MenuButton kinds(CanvasGuides guides) {
        var kinds = new MenuButton("");
        kinds.setId("guide-kinds");
        kinds.getStyleClass().addAll("flat", "guide-kinds");
        kinds.setAccessibleText(words.get("guides.kinds"));
        kinds.setTooltip(new Tooltip(words.get("guides.kinds")));
        kinds.getItems()
                .addAll(
                        kind("safe", guides.safe()),
                        kind("thirds", guides.thirds()),
                        kind("centre", guides.centre()),
                        kind("diagonals", guides.diagonals()));
        return kinds;
    }

    private CheckMenuItem kind(String id, BooleanProperty property) {
        var item = new CheckMenuItem(words.get("guides." + id));
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    private ToggleButton toggle(String id, String icon, BooleanProperty property) {
        var button = new ToggleButton("", new Icon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words.get(id + ".hint"));
        button.setTooltip(new Tooltip(words.get(id + ".hint")));
        button.selectedProperty().bindBidirectional(property);
        return button;
    }

    /// A menu without any item would not open.
    private void fill(List<SlotChoice> slots) {
        var make = Menus.item(words.get("shot.new"), askForSlot);
        make.setId("shot-new");
        shot.getItems().setAll(slots.stream().map(this::item).toList());
        shot.getItems().addFirst(Menus.item(words.get("shot.none"), art.place()::workWithoutSlot));
        shot.getItems().add(make);
    }

    private javafx.scene.control.MenuItem item(SlotChoice choice) {
        return Menus.item(choice.path(), () -> art.place().work(choice));
    }
}
