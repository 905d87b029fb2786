package studio.backlot.ui.art;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Asks for a new place in the show: episode, sequence, shot and slot in one line.
final class NewSlotView extends VBox {
    NewSlotView(ArtViewModel art, Overlay overlay, Words words) {
        setId("new-slot");
        setSpacing(12);
        setPrefWidth(420);
        getStyleClass().add("dialog-card");
        var title = new Label(words.get("shot.new.title"));
        title.getStyleClass().add("heading");
        var note = new Label(words.get("shot.new.note"));
        note.setWrapText(true);
        note.getStyleClass().add("caption");
        var path = new TextField();
        path.setId("new-slot-path");
        path.setPromptText(words.get("shot.new.prompt"));
        path.setAccessibleText(words.get("shot.new.title"));
        Button make =
                Buttons.primary(
                        "new-slot-make",
                        words.get("shot.new.make"),
                        () -> {
                            overlay.close();
                            art.place().makeSlot(path.getText().strip());
                        });
        make.setDefaultButton(true);
        make.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> path.getText().isBlank(), path.textProperty()));
        getChildren().addAll(title, path, note, new HBox(Gaps.across(), make));
    }
}
