package studio.backlot.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.shell.RecordSlip;
import studio.backlot.ui.shell.SlipWords;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetEvidence;

/// The evidence of the chosen asset: a summary in plain words, the open questions first, the slip,
/// what happened; at its foot the verdict.
final class EvidenceView extends BorderPane {
    private final EvidenceViewModel evidence;
    private final EvidenceWords say;
    private final CardWords cardWords;
    private final Words words;
    private final Label title = new Label();
    private final VBox summary = new VBox(2);
    private final QuestionsView questions;
    private final VBox history = new VBox(4);
    private final RecordSlip slip;
    private final VBox content = new VBox(16);

    /// `name` begins the ids of its controls; `above` stands over the title.
    EvidenceView(
            String name,
            ReviewViewModel review,
            Words words,
            List<Node> above,
            Consumer<ContentHash> receipt) {
        this.evidence = review.evidence();
        this.words = words;
        say = new EvidenceWords(words);
        cardWords = new CardWords(words.locale());
        setId(name);
        getStyleClass().addAll("surface-1", "line-left");
        title.setId(name + "-title");
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        summary.setId(name + "-summary");
        questions = new QuestionsView(name + "-questions", review, words);
        history.setId(name + "-history");
        slip =
                new RecordSlip(
                        new SlipWords(words.locale()), Words.of("shell", words.locale()), receipt);
        content.getStyleClass().add("evidence");
        content.getChildren()
                .addAll(
                        title,
                        summary,
                        questions,
                        new PrinciplesView(name + "-principles", evidence, words),
                        slip,
                        history);
        var body = new VBox();
        body.getChildren().addAll(above);
        body.getChildren().add(content);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(new VerdictView(name, review, words));
        evidence.card().addListener((property, before, now) -> card(now));
        evidence.evidence().addListener((property, before, now) -> fill(now));
        card(evidence.card().get());
        fill(evidence.evidence().get());
    }

    private void card(Optional<AssetCard> card) {
        title.setText(card.map(cardWords::title).orElseGet(() -> words.get("evidence.none")));
    }

    private void fill(Optional<AssetEvidence> found) {
        summary.getChildren().setAll(found.map(this::summary).orElse(List.of()));
        slip.show(found.map(AssetEvidence::facts));
        history.getChildren().setAll(found.map(this::history).orElse(List.of()));
    }

    private List<Node> summary(AssetEvidence found) {
        return say.summary(found).stream().<Node>map(line -> label(line, "soft")).toList();
    }

    private List<Node> history(AssetEvidence found) {
        var all = new java.util.ArrayList<Node>();
        all.add(label(words.get("history.title", found.history().size()), "section"));
        found.history().forEach(one -> all.add(label(say.happened(one), "label-2")));
        return all;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
