package studio.backlot.ui.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The map of all keys that act now, as a sheet.
final class KeyMapView extends VBox {
    KeyMapView(Commands commands, Overlay overlay, Words words) {
        setId("key-map");
        var title = new Label(words.get("keys.title"));
        title.getStyleClass().add("title");
        var list = new ListView<Command>();
        list.setCellFactory(view -> new PaletteView.CommandCell());
        List<Command> withKeys =
                commands.all().stream().filter(command -> command.key().isPresent()).toList();
        list.getItems().setAll(withKeys);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        list,
                        Buttons.quiet("keys-close", words.get("close"), overlay::close));
    }
}
