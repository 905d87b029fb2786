package studio.backlot.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// The map of all keys, as a sheet: each command can be given other keys, and the program's own
/// again.
final class KeyMapView extends VBox {
    private final Commands commands;
    private final KeyBindings bindings;
    private final Words words;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label asking = new Label();
    private final HBox answers = new HBox(8);
    private Optional<Command> edited = Optional.empty();

    KeyMapView(Commands commands, Overlay overlay, Words words) {
        this.commands = commands;
        this.bindings = commands.bindings();
        this.words = words;
        setId("key-map");
        var title = new Label(words.get("keys.title"));
        title.getStyleClass().add("title");
        field.setId("keys-field");
        field.setPromptText(words.get("keys.find"));
        field.setAccessibleText(words.get("keys.find"));
        field.textProperty().subscribe(this::fill);
        list.setId("keys-list");
        list.setAccessibleText(words.get("keys.title"));
        list.setCellFactory(view -> new KeyCell(this::edit, this::reset, bindings, words));
        list.setPlaceholder(new Label(words.get("palette.nothing")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::choose);
        VBox.setVgrow(list, Priority.ALWAYS);
        asking.setId("keys-asking");
        asking.setWrapText(true);
        getChildren().addAll(title, field, list, asking, answers, foot(overlay));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        rest();
    }

    private Node foot(Overlay overlay) {
        Button all = Buttons.quiet("keys-reset", words.get("keys.resetAll"), this::resetAll);
        ObservableValue<Boolean> none =
                bindings.settings().map(settings -> settings.habits().keys().isEmpty());
        all.disableProperty().bind(none);
        return new HBox(
                8,
                all,
                Gaps.across(),
                Buttons.quiet("keys-close", words.get("close"), overlay::close));
    }

    private void fill(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        commands.everywhere().stream()
                                .filter(one -> one.text().toLowerCase(Locale.ROOT).contains(wanted))
                                .toList());
    }

    private void choose(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::edit);
        }
    }

    private void edit(Command command) {
        edited = Optional.of(command);
        list.requestFocus();
        ask(words.get("keys.press", command.text()));
    }

    private void ask(String text, Button... choices) {
        asking.setText(text);
        answers.getChildren().setAll(List.of(choices));
        answers.setManaged(choices.length > 0);
    }

    private void rest() {
        edited = Optional.empty();
        ask(words.get("keys.how"));
    }

    private void press(KeyEvent event) {
        edited.filter(command -> !isForAnswers(event))
                .ifPresent(command -> {
                    event.consume();
                    if (event.getCode() == KeyCode.ESCAPE) {
                        rest();
                    } else if (KeyBindings.isAltGr(event)) {
                        ask(words.get("keys.altGr"));
                    } else {
                        KeyBindings.pressed(event).ifPresent(key -> give(command, key));
                    }
                });
    }

    /// While two commands want one key, the keys go through the answers.
    private boolean isForAnswers(KeyEvent event) {
        return answers.isManaged() && event.getCode() != KeyCode.ESCAPE;
    }

    private void give(Command command, KeyCombination key) {
        bindings.conflict(command, key, commands.everywhere())
                .ifPresentOrElse(
                        other -> meet(command, key, other),
                        () -> {
                            bindings.bind(command, key);
                            done(words.get("keys.given", command.text(), key.getDisplayText()));
                        });
    }

    private void meet(Command command, KeyCombination key, Command other) {
        Button take =
                Buttons.primary(
                        "keys-take",
                        words.get("keys.take"),
                        () -> {
                            bindings.take(command, key, other);
                            done(words.get("keys.taken", other.text()));
                        });
        Button leave = Buttons.quiet("keys-leave", words.get("keys.leave"), () -> edit(command));
        ask(words.get("keys.conflict", key.getDisplayText(), other.text()), take, leave);
        take.requestFocus();
    }

    private void done(String said) {
        edited = Optional.empty();
        ask(said);
        fill(field.getText());
        list.requestFocus();
    }

    private void reset(Command command) {
        bindings.reset(command);
        done(words.get("keys.own", command.text()));
    }

    private void resetAll() {
        bindings.resetAll();
        done(words.get("keys.ownAll"));
    }
}
