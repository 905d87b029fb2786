package studio.backlot.ui.art;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.ErasePictures;

/// Asks once before the pictures of hidden takes are deleted, since that cannot be undone.
final class ErasingView extends VBox {
    private static final double WIDE = 460;
    private static final double MEGABYTE = 1_000_000;

    ErasingView(ArtViewModel art, Overlay overlay, Words words, ErasePictures.Plan plan) {
        setId("erasing");
        setSpacing(12);
        setPrefWidth(WIDE);
        getStyleClass().add("dialog-card");
        int count = plan.pictures().size();
        var title = new Label(words.get("erase.title", count));
        title.setId("erase-title");
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        var text =
                new Label(
                        words.get(
                                "erase.text",
                                String.format(words.locale(), "%.1f", plan.bytes() / MEGABYTE)));
        text.setWrapText(true);
        text.getStyleClass().add("soft");
        var staying = new Label(words.get("erase.staying", plan.staying()));
        staying.setId("erase-staying");
        staying.setWrapText(true);
        staying.getStyleClass().add("soft");
        staying.setVisible(plan.staying() > 0);
        staying.managedProperty().bind(staying.visibleProperty());
        var delete =
                Buttons.quiet(
                        "erase-now",
                        words.get("erase.now"),
                        () -> {
                            overlay.close();
                            art.erasing().run(plan);
                        });
        delete.getStyleClass().add("destructive");
        delete.setDisable(count == 0);
        getChildren()
                .addAll(
                        title,
                        text,
                        staying,
                        new HBox(
                                8,
                                Gaps.across(),
                                Buttons.quiet(
                                        "erase-keep", words.get("erase.keep"), overlay::close),
                                delete));
    }
}
