package studio.backlot.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something a person can do, by its words in the palette and, where it has one, by its key.
///
/// `id` is stable and never shown; a key that is a single letter acts only while no text field has
/// the focus.
public record Command(String id, String text, Optional<KeyCombination> key, Runnable action) {
    /// A command with a key such as `Shortcut+K` or `J`.
    public static Command of(String id, String text, String key, Runnable action) {
        return new Command(id, text, Optional.of(KeyCombination.keyCombination(key)), action);
    }

    /// A command that is found in the palette alone.
    public static Command of(String id, String text, Runnable action) {
        return new Command(id, text, Optional.empty(), action);
    }
}
