package studio.backlot.ui.art;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// What stands on the canvas before there is a plate: what to do, and three prompts that the
/// bundled pack can do.
final class EmptyCanvasView extends VBox {
    private static final int EXAMPLES = 3;

    EmptyCanvasView(ArtViewModel art, Words words) {
        setId("canvas-empty");
        setSpacing(16);
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        var title = new Label(words.get("empty.title"));
        title.getStyleClass().addAll("hero", "on-canvas");
        var examples = new HBox(8);
        examples.setAlignment(Pos.CENTER);
        for (int i = 1; i <= EXAMPLES; i++) {
            String prompt = words.get("empty.example." + i);
            examples.getChildren()
                    .add(
                            Buttons.quiet(
                                    "example-" + i,
                                    prompt,
                                    () -> art.recipe().prompt().set(prompt)));
        }
        getChildren().addAll(title, examples);
        visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        art.takes().chosen().get().isEmpty()
                                                && art.takes().list().isEmpty(),
                                art.takes().chosen(),
                                art.takes().list()));
        managedProperty().bind(visibleProperty());
    }
}
