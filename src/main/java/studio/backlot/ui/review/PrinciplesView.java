package studio.backlot.ui.review;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.Answer;
import studio.backlot.clearance.Principle;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetEvidence;
import studio.backlot.workflow.UseCaseSheet;

/// The five principles as they were answered for the use case of the chosen asset, or that no use
/// case covers it.
final class PrinciplesView extends VBox {
    private final Words words;

    PrinciplesView(String id, EvidenceViewModel evidence, Words words) {
        this.words = words;
        setId(id);
        setSpacing(4);
        evidence.evidence().addListener((property, before, now) -> fill(now));
        fill(evidence.evidence().get());
    }

    private void fill(Optional<AssetEvidence> found) {
        getChildren().clear();
        found.ifPresent(one -> one.useCase().ifPresentOrElse(this::fill, this::none));
    }

    private void none() {
        getChildren().add(label(words.get("principles.none"), "caption"));
    }

    private void fill(UseCaseSheet sheet) {
        getChildren()
                .add(
                        label(
                                words.get(
                                        "principles.title",
                                        sheet.title().isEmpty()
                                                ? words.get("use-case.unreadable")
                                                : sheet.title()),
                                "section"));
        for (Principle principle : Principle.values()) {
            getChildren().add(row(principle, Optional.ofNullable(sheet.answers().get(principle))));
        }
    }

    private Node row(Principle principle, Optional<UseCaseSheet.Said> said) {
        Mark mark =
                said.map(UseCaseSheet.Said::answer).map(PrinciplesView::mark).orElse(Mark.PASTED);
        String answer =
                said.map(one -> words.get("answer." + one.answer().wireName()))
                        .orElseGet(() -> words.get("principles.unanswered"));
        var text =
                new VBox(
                        label(words.get("principle." + principle.wireName()), "label-2"),
                        label(
                                said.flatMap(UseCaseSheet.Said::note)
                                        .map(note -> words.get("principles.note", answer, note))
                                        .orElse(answer),
                                "caption"));
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(12, new MarkIcon(mark), text);
    }

    private static Mark mark(Answer answer) {
        return switch (answer) {
            case YES -> Mark.APPROVED;
            case NO -> Mark.REJECTED;
            case UNSURE -> Mark.PASTED;
        };
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
