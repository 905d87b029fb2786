package studio.backlot.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// All that can be done now by key or palette: the frame's own commands and those of the room.
public final class Commands {
    private final List<Command> own = new ArrayList<>();
    private final Supplier<List<Command>> room;
    private final BooleanSupplier isCovered;

    /// `room` gives what the room that is shown can do; while `isCovered` no key acts.
    public Commands(Supplier<List<Command>> room, BooleanSupplier isCovered) {
        this.room = room;
        this.isCovered = isCovered;
    }

    void add(Command command) {
        own.add(command);
    }

    /// All of them, the room's first.
    public List<Command> all() {
        List<Command> all = new ArrayList<>(room.get());
        all.addAll(own);
        return all;
    }

    /// Those whose words hold all that was typed, in any order.
    List<Command> matching(String typed) {
        String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
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
                    if (isCovered.getAsBoolean()) {
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
