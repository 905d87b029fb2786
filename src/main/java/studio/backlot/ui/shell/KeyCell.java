package studio.backlot.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// One command in the map of keys: where it acts, what it does, its keys as a button that changes
/// them, and the way back to the program's own.
final class KeyCell extends ListCell<Command> {
    private static final double ROOM = 56;
    private static final double TEXT = 176;

    private final Consumer<Command> edit;
    private final Consumer<Command> reset;
    private final KeyBindings bindings;
    private final Words words;

    KeyCell(Consumer<Command> edit, Consumer<Command> reset, KeyBindings bindings, Words words) {
        this.edit = edit;
        this.reset = reset;
        this.bindings = bindings;
        this.words = words;
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            return;
        }
        var room = new Label(words.get("keys.room." + command.room()));
        room.getStyleClass().add("caption");
        room.setMinWidth(ROOM);
        var text = new Label(command.text());
        text.setMaxWidth(TEXT);
        String name = command.id().replace('.', '-');
        String keys =
                command.key()
                        .map(KeyCombination::getDisplayText)
                        .orElseGet(() -> words.get("keys.none"));
        Button key = Buttons.quiet("key-" + name, keys, () -> edit.accept(command));
        key.getStyleClass().addAll("flat", "mono");
        key.setAccessibleText(words.get("keys.change", command.text(), keys));
        var row = new HBox(8, room, text, Gaps.across(), key);
        if (bindings.isChanged(command)) {
            row.getChildren()
                    .add(
                            Buttons.icon(
                                    "reset-" + name,
                                    "undo",
                                    words.get("keys.reset"),
                                    () -> reset.accept(command)));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
    }
}
