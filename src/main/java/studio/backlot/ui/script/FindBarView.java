package studio.backlot.ui.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// Finds words in the script: Enter goes to the next place, Shift and Enter to the one before, Esc
/// back to the page.
final class FindBarView extends HBox {
    private static final double FIELD = 280;

    private final TextArea page;
    private final Words words;
    private final TextField field = new TextField();
    private final Label count = new Label();

    FindBarView(TextArea page, Words words) {
        this.page = page;
        this.words = words;
        setId("find");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("options-bar", "line-below");
        field.setId("find-field");
        field.setPrefWidth(FIELD);
        field.setPromptText(words.get("find.prompt"));
        field.setAccessibleText(words.get("find.prompt"));
        field.textProperty().addListener((property, before, now) -> step(0));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        count.setId("find-count");
        count.getStyleClass().add("soft");
        getChildren()
                .addAll(
                        field,
                        Buttons.icon(
                                "find-previous",
                                "arrow-up",
                                words.get("find.previous"),
                                () -> step(-1)),
                        Buttons.icon(
                                "find-next", "arrow-down", words.get("find.next"), () -> step(1)),
                        Buttons.icon("find-close", "close", words.get("find.close"), this::close),
                        count);
        close();
    }

    /// Opens it with what is selected on the page.
    void open() {
        setVisible(true);
        setManaged(true);
        if (!page.getSelectedText().isEmpty() && !page.getSelectedText().contains("\n")) {
            field.setText(page.getSelectedText());
        }
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        boolean wasOpen = isVisible() && getScene() != null;
        setVisible(false);
        setManaged(false);
        if (wasOpen) {
            page.requestFocus();
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            step(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    /// Selects a place: the first from the selection on, the next one, or the one before.
    private void step(int by) {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        List<Integer> places = places(wanted);
        if (places.isEmpty()) {
            count.setText(wanted.isEmpty() ? "" : words.get("find.none"));
            return;
        }
        int from = page.getSelection().getStart();
        long before = places.stream().filter(place -> place < from).count();
        boolean isOnOne = places.contains(from) && page.getSelection().getLength() > 0;
        int first = (int) before + (by > 0 && !isOnOne ? -1 : 0);
        int number = Math.floorMod(first + by, places.size());
        int place = places.get(number);
        page.selectRange(place, place + wanted.length());
        count.setText(words.get("find.count", number + 1, places.size()));
    }

    private List<Integer> places(String wanted) {
        List<Integer> places = new ArrayList<>();
        if (!wanted.isEmpty()) {
            String text = page.getText().toLowerCase(Locale.ROOT);
            for (int place = text.indexOf(wanted);
                    place >= 0;
                    place = text.indexOf(wanted, place + wanted.length())) {
                places.add(place);
            }
        }
        return places;
    }
}
