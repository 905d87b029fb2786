package studio.backlot.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCombination;

/// The keys that hints of buttons name in brackets, such as `Flip (Shift+H)`: as this person has
/// them.
final class KeyHints {
    private final KeyBindings bindings;

    /// What each hint said at first, with the program's own keys.
    private final Map<ButtonBase, String> first = new WeakHashMap<>();

    KeyHints(KeyBindings bindings) {
        this.bindings = bindings;
    }

    /// Brings the hints of these rooms up to the keys; does nothing as long as none was changed.
    void bringUp(List<RoomView> rooms) {
        if (!bindings.settings().get().habits().keys().isEmpty() || !first.isEmpty()) {
            rooms.forEach(room -> bringUp(room.node(), room.commands()));
        }
    }

    /// Brings the hints of a room up to the keys of its commands; `own` are these with the
    /// program's own keys.
    private void bringUp(Node room, List<Command> own) {
        Stream.of(".button", ".toggle-button")
                .flatMap(kind -> room.lookupAll(kind).stream())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> button.getTooltip() != null)
                .forEach(button -> bringUp(button, own));
    }

    private void bringUp(ButtonBase button, List<Command> own) {
        String said = first.computeIfAbsent(button, one -> one.getTooltip().getText());
        for (Command command : own) {
            String was = command.key().map(KeyHints::inBrackets).orElse("");
            if (!was.isEmpty() && said.contains(was)) {
                String is = bindings.bound(command).key().map(KeyHints::inBrackets).orElse("");
                String hint = said.replace(was, is);
                button.getTooltip().setText(hint);
                button.setAccessibleText(hint);
            }
        }
    }

    private static String inBrackets(KeyCombination key) {
        return " (" + key.getDisplayText() + ")";
    }
}
