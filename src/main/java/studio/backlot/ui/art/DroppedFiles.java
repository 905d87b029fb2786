package studio.backlot.ui.art;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/// Lets files be dropped on a part of the window, or pasted while it has the focus.
final class DroppedFiles {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private DroppedFiles() {}

    /// `taken` gets the files; while some are held over the part it has the pseudo-class `drop`.
    static void on(Node part, Consumer<List<Path>> taken) {
        part.setOnDragOver(DroppedFiles::over);
        part.setOnDragEntered(
                event -> part.pseudoClassStateChanged(DROP, event.getDragboard().hasFiles()));
        part.setOnDragExited(event -> part.pseudoClassStateChanged(DROP, false));
        part.setOnDragDropped(event -> {
            taken.accept(paths(event.getDragboard().getFiles()));
            event.setDropCompleted(true);
            event.consume();
        });
        part.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Clipboard clipboard = Clipboard.getSystemClipboard();
                    if (PASTE.match(event) && clipboard.hasFiles()) {
                        taken.accept(paths(clipboard.getFiles()));
                        event.consume();
                    }
                });
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
