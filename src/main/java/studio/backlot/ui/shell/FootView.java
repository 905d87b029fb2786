package studio.backlot.ui.shell;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// The foot of the window: the message, above whatever strip the rooms' work puts there.
final class FootView extends VBox {
    private static final Duration STAY = Duration.seconds(6);

    private final ShellViewModel shell;
    private final Words words;
    private final HBox line = new HBox();
    private final PauseTransition stay = new PauseTransition(STAY);

    FootView(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
        setId("foot");
        line.setId("message");
        line.getStyleClass().add("message-line");
        line.setManaged(false);
        line.setVisible(false);
        getChildren().add(line);
        stay.setOnFinished(event -> shell.hush());
        shell.message().addListener((property, before, now) -> show(now));
    }

    private void show(Optional<Message> message) {
        line.getChildren().clear();
        stay.stop();
        message.ifPresent(this::fill);
        line.setManaged(message.isPresent());
        line.setVisible(message.isPresent());
    }

    private void fill(Message message) {
        var text = new Label(message.text());
        text.setId("message-text");
        text.setWrapText(true);
        text.getStyleClass()
                .addAll(message.isFailure() ? java.util.List.of("text-no") : java.util.List.of());
        line.getChildren().addAll(text, Gaps.across());
        message.action()
                .ifPresent(action ->
                        line.getChildren()
                                .add(
                                        Buttons.link(
                                                "message-action",
                                                action.word(),
                                                () -> {
                                                    shell.hush();
                                                    action.does().run();
                                                })));
        line.getChildren()
                .add(
                        Buttons.icon(
                                "message-close", "close", words.get("message.close"), shell::hush));
        if (!message.isFailure()) {
            stay.playFromStart();
        }
    }
}
