package studio.backlot.ui.review;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.ReviewState;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;

/// The foot of the evidence: a note and the three verdicts. Changes and a rejection need a note:
/// asked for without one, they wait for it to be typed.
final class VerdictView extends VBox {
    private final ReviewViewModel review;
    private final Words words;
    private final TextField note = new TextField();
    private final Label said = new Label();
    private Optional<ReviewState> waiting = Optional.empty();

    /// `name` begins the ids of its controls.
    VerdictView(String name, ReviewViewModel review, Words words) {
        this.review = review;
        this.words = words;
        getStyleClass().addAll("line-above", "verdict");
        note.setId(name + "-note");
        note.setPromptText(words.get("note.prompt"));
        note.setAccessibleText(words.get("note.prompt"));
        note.setOnAction(event -> waiting.ifPresent(this::decide));
        said.setId(name + "-said");
        said.setWrapText(true);
        said.getStyleClass().add("label-2");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var buttons =
                new HBox(
                        8,
                        button(
                                name + "-approve",
                                "verdict.approve",
                                Mark.APPROVED,
                                ReviewState.APPROVED),
                        button(
                                name + "-changes",
                                "verdict.changes",
                                Mark.CHANGES,
                                ReviewState.CHANGES_REQUESTED),
                        button(
                                name + "-reject",
                                "verdict.reject",
                                Mark.REJECTED,
                                ReviewState.REJECTED));
        getChildren().addAll(said, note, buttons);
        review.evidence()
                .card()
                .addListener((property, before, now) -> {
                    forget();
                    follow(now);
                });
        review.tray()
                .gathered()
                .addListener(
                        (ListChangeListener<Gathered>)
                                change -> follow(review.evidence().card().get()));
        follow(review.evidence().card().get());
    }

    private Button button(String id, String text, Mark mark, ReviewState decision) {
        Button button = Buttons.quiet(id, words.get(text), () -> decide(decision));
        button.setGraphic(new MarkIcon(mark));
        button.getStyleClass().add("verdict-button");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /// Decides with the note as it stands, or asks for one.
    void decide(ReviewState decision) {
        if (review.decide(decision, note.getText())) {
            forget();
            note.clear();
            return;
        }
        waiting = Optional.of(decision);
        note.setPromptText(words.get("note.needed." + decision.wireName()));
        note.requestFocus();
    }

    private void forget() {
        waiting = Optional.empty();
        note.setPromptText(words.get("note.prompt"));
    }

    /// Puts the cursor into the note.
    void write() {
        note.requestFocus();
    }

    private void follow(Optional<AssetCard> card) {
        Optional<String> writer = review.show().flatMap(OpenShow::writer);
        setDisable(card.filter(VerdictTray::canDecide).isEmpty() || writer.isPresent());
        said.setText(
                card.flatMap(review.tray()::about)
                        .map(this::words)
                        .or(() ->
                                card.filter(one -> !VerdictTray.canDecide(one))
                                        .map(one -> words.get("verdict.draft")))
                        .or(() -> writer.map(name -> words.get("verdict.readOnly", name)))
                        .orElse(""));
    }

    private String words(Gathered one) {
        String decision = words.get("state." + one.decision().wireName());
        return one.refusal().orElseGet(() -> words.get("verdict.gathered", decision, one.reason()));
    }
}
