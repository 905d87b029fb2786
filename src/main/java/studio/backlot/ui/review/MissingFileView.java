package studio.backlot.ui.review;

import java.io.File;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// What stands where the picture of the chosen asset should be: its name until it is read; that its
/// file is not on this disk, and the button to find it.
final class MissingFileView extends VBox {
    private final ReviewViewModel review;
    private final Words words;
    private final Runnable found;
    private final Label text = new Label();
    private final Label wrong = new Label();
    private final Button find;

    /// `found` is told when the file is back.
    MissingFileView(String id, ReviewViewModel review, Words words, Runnable found) {
        this.review = review;
        this.words = words;
        this.found = found;
        text.setId(id);
        text.getStyleClass().add("quiet");
        wrong.setId(id + "-wrong");
        wrong.getStyleClass().add("text-no");
        wrong.setWrapText(true);
        wrong.setMaxWidth(480);
        find = Buttons.quiet(id + "-find", words.get("picture.find"), this::choose);
        setSpacing(12);
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        getChildren().addAll(text, find, wrong);
        wait("");
    }

    /// The file is being read.
    void wait(String name) {
        say(name, false);
    }

    /// Whether the file is there.
    void show(boolean isThere) {
        say(isThere ? "" : words.get("picture.missing"), !isThere);
    }

    private void say(String words, boolean isMissing) {
        text.setText(words);
        wrong.setText("");
        find.setVisible(isMissing && review.show().filter(one -> !one.isReadOnly()).isPresent());
        find.setManaged(find.isVisible());
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("picture.find"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file ->
                        review.putBack(
                                file,
                                found,
                                failure -> wrong.setText(String.valueOf(failure.getMessage()))));
    }
}
