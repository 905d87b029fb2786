package studio.backlot.ui.review;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.shell.SignView;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// The tray at the foot: how many verdicts are gathered, and the button that signs them all.
final class TrayView extends HBox {
    private final ShellViewModel shell;
    private final VerdictTray tray;
    private final Overlay overlay;
    private final Words words;

    TrayView(ShellViewModel shell, VerdictTray tray, Overlay overlay, Words words) {
        this.shell = shell;
        this.tray = tray;
        this.overlay = overlay;
        this.words = words;
        setId("tray");
        getStyleClass().addAll("surface-1", "line-above", "tray");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(12);
        var count = new Label();
        count.setId("tray-count");
        count.textProperty().bind(text(() -> words.get("tray.count", tray.gathered().size())));
        var hint = new Label(words.get("tray.hint"));
        hint.getStyleClass().addAll("label-2", "quiet");
        Button sign = Buttons.primary("tray-sign", "", this::sign);
        sign.textProperty().bind(text(() -> words.get("tray.sign", tray.gathered().size())));
        sign.disableProperty().bind(tray.isSigning());
        getChildren()
                .addAll(
                        count,
                        hint,
                        Gaps.across(),
                        Buttons.quiet("tray-undo", words.get("tray.undo"), tray::undo),
                        sign);
        visibleProperty().bind(Bindings.isNotEmpty(tray.gathered()));
        managedProperty().bind(visibleProperty());
    }

    private javafx.beans.binding.StringBinding text(Supplier<String> text) {
        return Bindings.createStringBinding(text::get, tray.gathered());
    }

    /// Signs what is gathered, after the passphrase where the person has one.
    void sign() {
        if (tray.gathered().isEmpty()) {
            return;
        }
        if (!tray.needsPassphrase()) {
            tray.sign(
                    "",
                    () -> {},
                    failure -> shell.say(Message.failure(String.valueOf(failure.getMessage()))));
            return;
        }
        overlay.card(
                new SignView(
                        words.get("tray.sign", tray.gathered().size()),
                        Words.of("shell", words.locale()),
                        overlay::close,
                        (passphrase, wrong) -> tray.sign(passphrase, overlay::close, wrong)));
    }
}
