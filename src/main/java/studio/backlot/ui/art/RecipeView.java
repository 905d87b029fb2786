package studio.backlot.ui.art;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.catalog.ModelPack;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// The exact settings of the next plates.
final class RecipeView extends VBox {
    private static final int MOST_STEPS = 60;
    private static final double MOST_GUIDANCE = 12;

    private final RecipeViewModel recipe;
    private final Words words;

    RecipeView(RecipeViewModel recipe, Words words) {
        this.recipe = recipe;
        this.words = words;
        setId("recipe");
        getStyleClass().add("panel");
        getChildren()
                .addAll(
                        Fields.row(words.get("scheduler"), scheduler()),
                        Fields.row(words.get("steps"), steps()),
                        Fields.row(words.get("guidance"), guidance()),
                        Fields.row(words.get("seed"), seed()),
                        Fields.row(words.get("negative"), negative()),
                        Fields.row(words.get("pack"), pack()));
    }

    private Node scheduler() {
        var box = new ComboBox<Optional<String>>();
        box.setId("scheduler");
        box.getItems().add(Optional.empty());
        Schedulers.interchangeable().forEach(name -> box.getItems().add(Optional.of(name)));
        box.setConverter(
                new ShownAs<>(name ->
                        name.map(one -> words.get("scheduler." + one))
                                .orElseGet(() -> words.get("scheduler.own"))));
        box.valueProperty().bindBidirectional(recipe.scheduler());
        return box;
    }

    private Node steps() {
        var slider = new Slider(1, MOST_STEPS, recipe.steps().get());
        slider.setId("steps");
        slider.setBlockIncrement(1);
        slider.valueProperty()
                .addListener((property, before, now) ->
                        recipe.steps().set((int) Math.round(now.doubleValue())));
        recipe.steps().addListener((property, before, now) -> slider.setValue(now.doubleValue()));
        return beside(
                slider,
                figure(
                        Bindings.createStringBinding(
                                () -> String.valueOf(recipe.steps().get()), recipe.steps())));
    }

    private Node guidance() {
        var slider = new Slider(0, MOST_GUIDANCE, recipe.guidance().get());
        slider.setId("guidance");
        slider.setBlockIncrement(0.5);
        slider.valueProperty()
                .addListener((property, before, now) ->
                        recipe.guidance().set(Math.round(now.doubleValue() * 10) / 10.0));
        recipe.guidance()
                .addListener((property, before, now) -> slider.setValue(now.doubleValue()));
        return beside(
                slider,
                figure(
                        Bindings.createStringBinding(
                                () ->
                                        String.format(
                                                words.locale(), "%.1f", recipe.guidance().get()),
                                recipe.guidance())));
    }

    private static Label figure(javafx.beans.binding.StringBinding text) {
        var label = new Label();
        label.getStyleClass().add("mono");
        label.setMinWidth(32);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.textProperty().bind(text);
        return label;
    }

    private static Node beside(Slider slider, Label figure) {
        HBox.setHgrow(slider, Priority.ALWAYS);
        var row = new HBox(8, slider, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node seed() {
        var field = new TextField();
        field.setId("seed");
        field.getStyleClass().add("mono");
        field.setPromptText(words.get("seed.drawn"));
        field.textProperty().bindBidirectional(recipe.seed());
        var lock = new ToggleButton("", new Icon("lock-outline"));
        lock.setId("seed-kept");
        lock.getStyleClass().add("icon-button");
        lock.setAccessibleText(words.get("seed.keep"));
        lock.setTooltip(new Tooltip(words.get("seed.keep")));
        lock.selectedProperty().bindBidirectional(recipe.seedKept());
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(4, field, lock);
    }

    private Node negative() {
        var field = new TextField();
        field.setId("negative");
        field.setPromptText(words.get("negative.none"));
        field.textProperty().bindBidirectional(recipe.negative());
        return field;
    }

    private Node pack() {
        var box = new ComboBox<ModelPack>(recipe.packs());
        box.setId("pack");
        box.setConverter(new ShownAs<>(ModelPack::displayName));
        box.valueProperty()
                .addListener(
                        (property, before, now) -> recipe.pack().set(Optional.ofNullable(now)));
        recipe.pack().addListener((property, before, now) -> box.setValue(now.orElse(null)));
        return box;
    }
}
