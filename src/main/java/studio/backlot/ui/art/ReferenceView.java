package studio.backlot.ui.art;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.raster.Plate;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.WipePane;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.References.Reference;

/// The reference beside the canvas: the picture, that it was imported and from which file.
final class ReferenceView extends VBox {
    private static final double RATIO = 0.6;

    private final ReferencesViewModel references;
    private final Words words;
    private final WipePane picture = new WipePane();

    ReferenceView(ReferencesViewModel references, Words words) {
        this.references = references;
        this.words = words;
        setId("reference");
        getStyleClass().add("reference");
        picture.setFocusTraversable(false);
        picture.setAccessibleText(words.get("reference"));
        var name = new Label();
        name.setId("reference-name");
        name.setMinWidth(0);
        name.getStyleClass().add("caption");
        name.textProperty().bind(Bindings.createStringBinding(this::name, references.shown()));
        var imported = new Label(words.get("reference.imported"), new MarkIcon(Mark.IMPORTED));
        imported.getStyleClass().add("caption");
        imported.setMinWidth(USE_PREF_SIZE);
        var next =
                Buttons.icon(
                        "reference-next",
                        "chevron-right",
                        words.get("reference.next"),
                        references::next);
        next.visibleProperty().bind(Bindings.size(references.list()).greaterThan(1));
        next.managedProperty().bind(next.visibleProperty());
        var row =
                new HBox(
                        8,
                        imported,
                        name,
                        Gaps.across(),
                        next,
                        Buttons.icon(
                                "reference-away",
                                "eye-off-outline",
                                words.get("reference.lay"),
                                references::layAway));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("reference-foot");
        getChildren().addAll(picture, row);
        references.picture().addListener((property, before, now) -> show(now));
        visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        references.isOn().get()
                                                && references.shown().get().isPresent(),
                                references.isOn(),
                                references.shown()));
        managedProperty().bind(visibleProperty());
    }

    private String name() {
        return references.shown().get().map(Reference::name).orElse("");
    }

    private void show(Optional<Plate> plate) {
        picture.show(plate.map(Pictures::of));
        setAccessibleText(words.get("reference.hint", name()));
    }

    /// As wide as this; as high as its place, or just as high as a picture needs.
    void widen(double width, boolean isHigh) {
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        picture.setPrefHeight(width * RATIO);
        VBox.setVgrow(picture, isHigh ? Priority.ALWAYS : Priority.NEVER);
        setMaxHeight(isHigh ? Double.MAX_VALUE : USE_PREF_SIZE);
    }

    /// Lies beside the canvas, not over it.
    void settle(boolean isBeside) {
        getStyleClass().remove("beside");
        if (isBeside) {
            getStyleClass().add("beside");
        }
    }
}
