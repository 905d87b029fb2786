package studio.backlot.ui.review;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Assets one by one: the picture as high as the window, the evidence beside it, all by keys.
final class TriageView extends BorderPane {
    private static final double COLUMN = 360;

    private final ReviewViewModel review;
    private final Words words;
    private final TriagePictureView picture;
    private final EvidenceView evidence;

    TriageView(
            ReviewViewModel review, ShowImages images, Words words, Consumer<ContentHash> receipt) {
        this.review = review;
        this.words = words;
        setId("triage");
        getStyleClass().add("surface-0");
        picture = new TriagePictureView(review, images, words);
        evidence = new EvidenceView("triage", review, words, List.of(), receipt);
        evidence.setMinWidth(COLUMN);
        evidence.setPrefWidth(COLUMN);
        evidence.setMaxWidth(COLUMN);
        evidence.managedProperty().bind(evidence.visibleProperty());
        var middle = new BorderPane(picture);
        middle.setTop(head());
        setRight(evidence);
        setCenter(middle);
        addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
    }

    private HBox head() {
        var name = new Label();
        name.setId("triage-name");
        name.getStyleClass().add("section");
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> review.evidence().card().get().map(picture::name).orElse(""),
                                review.evidence().card()));
        var head =
                new HBox(
                        12,
                        name,
                        place(),
                        Gaps.across(),
                        Buttons.icon(
                                "triage-map",
                                "selection-marker",
                                words.get("triage.map"),
                                () -> picture.map(!picture.isMap())),
                        Buttons.icon(
                                "triage-compare",
                                "compare",
                                words.get("triage.compare"),
                                () -> compare(!picture.isComparing())),
                        Buttons.icon(
                                "triage-close",
                                "close",
                                words.get("triage.close"),
                                () -> review.isOneByOne().set(false)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("triage-head");
        return head;
    }

    private Label place() {
        var place = new Label();
        place.setId("triage-place");
        place.getStyleClass().addAll("label-2", "quiet");
        place.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.get(
                                                "triage.place",
                                                review.cards().number().get() + 1,
                                                review.cards().size()),
                                review.cards().number(),
                                review.cards().state()));
        return place;
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            review.isOneByOne().set(false);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE
                && !(event.getTarget() instanceof TextInputControl)) {
            evidence.setVisible(!evidence.isVisible());
            event.consume();
        }
    }

    /// Lays the version before over the picture, or takes it away.
    void compare(boolean isWanted) {
        picture.compare(isWanted);
    }

    /// Shows a map of what changed since the version before, or the picture again.
    void map() {
        picture.map(!picture.isMap());
    }

    /// Shows the map.
    void showMap() {
        picture.map(true);
    }

    /// Whether the version before is laid over the picture.
    boolean isComparing() {
        return picture.isComparing();
    }

    /// The foot of the evidence.
    VerdictView verdict() {
        return (VerdictView) evidence.getBottom();
    }

    @Override
    public void requestFocus() {
        picture.requestFocus();
    }
}
