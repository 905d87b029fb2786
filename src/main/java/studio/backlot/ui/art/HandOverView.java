package studio.backlot.ui.art;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;

/// A file that was exported with its record, to be dragged or copied to where it is needed.
final class HandOverView extends VBox {
    private static final double WIDE = 460;

    private final File file;

    HandOverView(Path exported, Overlay overlay, Words words) {
        file = exported.toFile();
        setId("hand-over");
        setSpacing(12);
        setPrefWidth(WIDE);
        getStyleClass().add("dialog-card");
        var title = new Label(words.get("handOver.title"));
        title.getStyleClass().add("heading");
        var chip = new Label(file.getName(), new Icon("image-outline"));
        chip.setId("hand-over-file");
        chip.getStyleClass().add("file-chip");
        chip.setMaxWidth(Double.MAX_VALUE);
        chip.setCursor(Cursor.OPEN_HAND);
        chip.setAccessibleText(words.get("handOver.hint", file.getName()));
        chip.setOnDragDetected(event -> drag(chip, event));
        var where = new Label(words.get("handOver.where", String.valueOf(exported.getParent())));
        where.setWrapText(true);
        where.getStyleClass().add("caption");
        getChildren()
                .addAll(
                        title,
                        chip,
                        where,
                        new HBox(
                                8,
                                Gaps.across(),
                                Buttons.quiet(
                                        "hand-over-path",
                                        words.get("handOver.path"),
                                        () -> copy(false)),
                                Buttons.quiet(
                                        "hand-over-copy",
                                        words.get("handOver.copy"),
                                        () -> copy(true)),
                                Buttons.primary(
                                        "hand-over-done",
                                        words.get("handOver.done"),
                                        overlay::close)));
    }

    private void drag(Label chip, MouseEvent event) {
        chip.startDragAndDrop(TransferMode.COPY).setContent(content(true));
        event.consume();
    }

    private void copy(boolean isFile) {
        Clipboard.getSystemClipboard().setContent(content(isFile));
    }

    private ClipboardContent content(boolean isFile) {
        var content = new ClipboardContent();
        if (isFile) {
            content.putFiles(List.of(file));
        } else {
            content.putString(file.getPath());
        }
        return content;
    }
}
