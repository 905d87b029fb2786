package studio.backlot.ui.shell;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.identity.WrongPassphrase;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Asks for the passphrase once and signs with it; a wrong one is said beside the field.
public final class SignView extends VBox {
    private static final double WIDTH = 400;

    /// Two lines are kept free, so that the buttons stay where they are.
    private static final double LINES = 36;

    private final Words words;
    private final PasswordField passphrase = new PasswordField();
    private final Label wrong = new Label();

    /// `words` are those of the frame; `act` signs with the passphrase and tells what went wrong.
    public SignView(
            String title,
            Words words,
            Runnable cancel,
            BiConsumer<String, Consumer<RuntimeException>> act) {
        this.words = words;
        setId("sign");
        setSpacing(16);
        getStyleClass().add("dialog-card");
        setPrefWidth(WIDTH);
        var heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        passphrase.setId("sign-passphrase");
        passphrase.setPromptText(words.get("sign.passphrase"));
        passphrase.setAccessibleText(words.get("sign.passphrase"));
        wrong.setId("sign-wrong");
        wrong.getStyleClass().add("text-no");
        wrong.setWrapText(true);
        wrong.setMinHeight(LINES);
        Button sign =
                Buttons.primary(
                        "sign-now",
                        words.get("sign.now"),
                        () -> {
                            wrong.setText("");
                            setDisable(true);
                            act.accept(passphrase.getText(), this::tell);
                        });
        sign.setDefaultButton(true);
        getChildren()
                .addAll(
                        heading,
                        passphrase,
                        wrong,
                        new HBox(
                                8,
                                Buttons.quiet("sign-cancel", words.get("cancel"), cancel),
                                Gaps.across(),
                                sign));
    }

    private void tell(RuntimeException failure) {
        setDisable(false);
        wrong.setText(
                failure instanceof WrongPassphrase
                        ? words.get("sign.wrong")
                        : String.valueOf(failure.getMessage()));
        passphrase.selectAll();
        passphrase.requestFocus();
    }
}
