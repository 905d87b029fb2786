package studio.backlot.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import studio.backlot.ui.widget.Words;

/// Something a person can do, by its words in the palette and, where it has one, by its key.
///
/// `id`, such as `art.run`, is stable and never shown; a key that is a single letter acts only
/// while no text field has the focus.
public record Command(String id, String text, Optional<KeyCombination> key, Runnable action) {
    /// The command whose words are `command.ID` in a room's texts, and whose key, such as
    /// `Shortcut+K` or `J`, is `command.ID.key` there; without one it is found in the palette
    /// alone.
    public static Command of(String id, Words words, Runnable action) {
        String key = "command." + id + ".key";
        return new Command(
                words.room() + "." + id,
                words.get("command." + id),
                words.has(key)
                        ? Optional.of(KeyCombination.keyCombination(words.get(key)))
                        : Optional.empty(),
                action);
    }

    /// The same by another key, or by none.
    Command with(Optional<KeyCombination> other) {
        return new Command(id, text, other, action);
    }

    /// The room whose command it is, or `shell` for the frame's.
    String room() {
        return id.substring(0, id.indexOf('.'));
    }
}
