package studio.backlot.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of commands as this person has them: the program's own, but for those that were
/// changed. Changes are kept with the settings and act at once.
final class KeyBindings {
    private static final String FRAME = "shell";

    private final ShellViewModel shell;

    KeyBindings(ShellViewModel shell) {
        this.shell = shell;
    }

    private Map<String, String> changed() {
        return shell.settings().get().habits().keys();
    }

    /// The command by the key that it has now.
    Command bound(Command own) {
        return Optional.ofNullable(changed().get(own.id()))
                .map(name -> own.with(parse(name)))
                .orElse(own);
    }

    /// A name that no version knows any more is no key.
    private static Optional<KeyCombination> parse(String name) {
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(KeyCombination.keyCombination(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether the person changed the command's key.
    boolean isChanged(Command command) {
        return changed().containsKey(command.id());
    }

    /// The settings that hold the changes.
    ReadOnlyObjectProperty<Settings> settings() {
        return shell.settings();
    }

    /// Another of these commands that the key would do where this one acts: of the same room, or of
    /// the frame, whose keys act in all rooms.
    Optional<Command> conflict(Command command, KeyCombination key, List<Command> all) {
        return all.stream()
                .filter(other -> !other.id().equals(command.id()))
                .filter(other -> meet(command.room(), other.room()))
                .filter(other -> bound(other).key().filter(key::equals).isPresent())
                .findFirst();
    }

    private static boolean meet(String room, String other) {
        return room.equals(other) || room.equals(FRAME) || other.equals(FRAME);
    }

    /// Gives a command a key.
    void bind(Command command, KeyCombination key) {
        Map<String, String> keys = new HashMap<>(changed());
        keys.put(command.id(), key.getName());
        keep(keys);
    }

    /// Gives a command a key that another one has, which is left without one.
    void take(Command command, KeyCombination key, Command from) {
        Map<String, String> keys = new HashMap<>(changed());
        keys.put(from.id(), "");
        keys.put(command.id(), key.getName());
        keep(keys);
    }

    /// Gives a command the program's own key again.
    void reset(Command command) {
        Map<String, String> keys = new HashMap<>(changed());
        keys.remove(command.id());
        keep(keys);
    }

    /// Gives all commands the program's own keys again.
    void resetAll() {
        keep(Map.of());
    }

    private void keep(Map<String, String> keys) {
        Settings settings = shell.settings().get();
        shell.change(settings.with(settings.habits().withKeys(keys)));
    }

    /// The keys that were pressed together; none while only modifiers are down.
    static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        if (event.isShortcutDown()) {
            name.append("Shortcut+");
        } else if (event.isControlDown()) {
            name.append("Ctrl+");
        } else if (event.isMetaDown()) {
            name.append("Meta+");
        }
        name.append(event.isAltDown() ? "Alt+" : "").append(event.isShiftDown() ? "Shift+" : "");
        return Optional.of(KeyCombination.keyCombination(name + code.getName()));
    }

    /// Whether these keys are also how some keyboards type a letter: AltGr is Ctrl and Alt.
    static boolean isAltGr(KeyEvent event) {
        return event.isControlDown() && event.isAltDown();
    }
}
