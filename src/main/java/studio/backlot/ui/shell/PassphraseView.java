package studio.backlot.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Asks for the passphrase of the guarded key, as a card, before something is signed with it.
public final class PassphraseView extends VBox {
    private static final double WIDTH = 420;

    /// `why` says what is signed; `then` gets what was typed.
    public PassphraseView(Overlay overlay, Words words, String why, Consumer<String> then) {
        setId("passphrase");
        setSpacing(12);
        setPrefWidth(WIDTH);
        getStyleClass().add("dialog-card");
        var text = new Label(why);
        text.setWrapText(true);
        text.getStyleClass().add("heading");
        var field = new PasswordField();
        field.setId("passphrase-field");
        field.setPromptText(words.get("passphrase"));
        field.setAccessibleText(words.get("passphrase"));
        Button sign =
                Buttons.primary(
                        "passphrase-sign",
                        words.get("passphrase.sign"),
                        () -> {
                            String typed = field.getText();
                            overlay.close();
                            then.accept(typed);
                        });
        sign.setDefaultButton(true);
        getChildren()
                .addAll(
                        text,
                        field,
                        new HBox(
                                8,
                                Buttons.quiet(
                                        "passphrase-cancel", words.get("cancel"), overlay::close),
                                Gaps.across(),
                                sign));
    }
}
