package studio.backlot.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// All that can be done now by key or palette: the frame's own commands and those of the room, each
/// by the key that this person gave it.
public final class Commands {
    private final List<Command> own = new ArrayList<>();
    private final ShellView view;
    private final KeyBindings bindings;
    private final BooleanSupplier isCovered;

    /// While `isCovered` no key acts.
    Commands(ShellView view, KeyBindings bindings, BooleanSupplier isCovered) {
        this.view = view;
        this.bindings = bindings;
        this.isCovered = isCovered;
    }

    void add(Command command) {
        own.add(command);
    }

    KeyBindings bindings() {
        return bindings;
    }

    /// All that act now, the room's first.
    public List<Command> all() {
        return Stream.concat(view.room().commands().stream(), own.stream())
                .map(bindings::bound)
                .toList();
    }

    /// All of all rooms, the frame's first.
    List<Command> everywhere() {
        return Stream.concat(
                        own.stream(), view.all().stream().flatMap(room -> room.commands().stream()))
                .map(bindings::bound)
                .toList();
    }

    /// The command of that id as it is bound now.
    Optional<Command> find(String id) {
        return everywhere().stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Those whose words hold all that was typed, in any order.
    List<Command> matching(String typed) {
        String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return all().stream()
                .filter(command -> {
                    String text = command.text().toLowerCase(Locale.ROOT);
                    return List.of(words).stream().allMatch(text::contains);
                })
                .toList();
    }

    /// Lets the keys act in a window.
    public void listenIn(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isCovered.getAsBoolean() || belongsToFocus(scene.getFocusOwner(), event)) {
                        return;
                    }
                    boolean isTyping = scene.getFocusOwner() instanceof TextInputControl;
                    all().stream()
                            .filter(command ->
                                    command.key().filter(key -> key.match(event)).isPresent())
                            .filter(command -> !isTyping || !isPlain(command))
                            .findFirst()
                            .ifPresent(command -> {
                                event.consume();
                                command.action().run();
                            });
                });
    }

    /// Whether the control that has the focus moves by an arrow key alone.
    private static boolean belongsToFocus(
            @org.jspecify.annotations.Nullable Node owner, KeyEvent event) {
        return (owner instanceof Slider || owner instanceof ComboBoxBase<?>)
                && event.getCode().isArrowKey()
                && !event.isShortcutDown()
                && !event.isAltDown();
    }

    /// Whether the key alone would type or edit something.
    private static boolean isPlain(Command command) {
        return command.key()
                .filter(key ->
                        key instanceof KeyCodeCombination combination
                                && combination.getShortcut() != KeyCombination.ModifierValue.DOWN
                                && combination.getAlt() != KeyCombination.ModifierValue.DOWN
                                && combination.getControl() != KeyCombination.ModifierValue.DOWN
                                && !combination.getCode().isFunctionKey())
                .isPresent();
    }
}
