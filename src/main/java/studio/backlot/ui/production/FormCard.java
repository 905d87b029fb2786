package studio.backlot.ui.production;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.identity.WrongPassphrase;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// A sheet that asks for what something needs, the passphrase of the guarded key included where
/// that signs it; what goes wrong is said on it, and it stays.
final class FormCard extends VBox {
    /// Two lines are kept free, so that the buttons stay where they are.
    private static final double LINES = 36;

    private final Words frame;
    private final Label wrong = new Label();
    private final PasswordField passphrase = new PasswordField();

    /// What stands on it: `id` begins the ids of its buttons; `verb` is on the one that does it.
    /// `isSigned` with the guarded key behind a passphrase.
    record Form(
            String id, String title, String verb, List<? extends Node> fields, boolean isSigned) {}

    /// What happens when it is done, and when it could not be.
    record Ending(Runnable done, Consumer<RuntimeException> otherwise) {}

    /// `act` does it with the passphrase that was typed.
    FormCard(Form form, Overlay overlay, Words frame, BiConsumer<String, Ending> act) {
        this.frame = frame;
        setId(form.id());
        setSpacing(16);
        var title = new Label(form.title());
        title.getStyleClass().add("title");
        title.setWrapText(true);
        passphrase.setId(form.id() + "-passphrase");
        passphrase.setPromptText(frame.get("sign.passphrase"));
        passphrase.setAccessibleText(frame.get("sign.passphrase"));
        passphrase.setVisible(form.isSigned());
        passphrase.setManaged(form.isSigned());
        wrong.setId(form.id() + "-wrong");
        wrong.getStyleClass().add("text-no");
        wrong.setWrapText(true);
        wrong.setMinHeight(LINES);
        Button does = Buttons.primary(form.id() + "-do", form.verb(), () -> does(overlay, act));
        does.setDefaultButton(true);
        var fields = new VBox(12);
        fields.getChildren().addAll(form.fields());
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        scroll,
                        passphrase,
                        wrong,
                        new HBox(
                                8,
                                Buttons.quiet(
                                        form.id() + "-cancel", frame.get("cancel"), overlay::close),
                                Gaps.across(),
                                does));
    }

    private void does(Overlay overlay, BiConsumer<String, Ending> act) {
        wrong.setText("");
        setDisable(true);
        try {
            act.accept(passphrase.getText(), new Ending(overlay::close, this::tell));
        } catch (IllegalArgumentException e) {
            tell(e);
        }
    }

    /// Says what keeps it from being done.
    private void tell(RuntimeException failure) {
        setDisable(false);
        wrong.setText(
                failure instanceof WrongPassphrase
                        ? frame.get("sign.wrong")
                        : Optional.ofNullable(failure.getMessage())
                                .orElseGet(() -> failure.getClass().getSimpleName()));
    }
}
