package studio.backlot.ui.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetEvidence;

/// What rules asked about the chosen asset: the open questions first, each with a field for its
/// answer where it may be answered here, then the answered ones.
final class QuestionsView extends VBox {
    private final ReviewViewModel review;
    private final EvidenceWords say;
    private final Words words;
    private final Map<String, TextField> answers = new LinkedHashMap<>();
    private final Label wrong = label("", "text-no");

    QuestionsView(String id, ReviewViewModel review, Words words) {
        this.review = review;
        this.words = words;
        say = new EvidenceWords(words);
        setId(id);
        setSpacing(8);
        wrong.setId(id + "-wrong");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        review.evidence().evidence().addListener((property, before, now) -> fill(now));
        fill(review.evidence().evidence().get());
    }

    private void fill(Optional<AssetEvidence> found) {
        getChildren().clear();
        answers.clear();
        wrong.setText("");
        found.ifPresent(this::fill);
    }

    private void fill(AssetEvidence found) {
        getChildren().add(label(say.questions(found), "section"));
        boolean canAnswer =
                found.handed().isPresent()
                        && review.show().filter(one -> !one.isReadOnly()).isPresent();
        found.open().forEach(question -> getChildren().add(open(question, canAnswer)));
        if (canAnswer && !found.open().isEmpty()) {
            Button record =
                    Buttons.quiet(
                            getId() + "-record",
                            words.get("questions.record", found.open().size()),
                            this::record);
            getChildren().addAll(wrong, record);
        }
        found.questions().stream()
                .filter(question -> question.answer().isPresent())
                .forEach(question -> getChildren().add(row(question, Mark.APPROVED)));
    }

    private Node open(AssetEvidence.Question question, boolean canAnswer) {
        VBox text = row(question, Mark.PASTED);
        if (canAnswer) {
            var field = new TextField();
            field.setId(getId() + "-" + question.rule());
            field.setPromptText(words.get("questions.prompt"));
            field.setAccessibleText(say.question(question));
            field.setOnAction(event -> record());
            answers.put(question.rule(), field);
            text.getChildren().add(field);
        }
        return text;
    }

    private VBox row(AssetEvidence.Question question, Mark mark) {
        var text = new VBox(2, label(say.question(question), "label"));
        HBox.setHgrow(text, Priority.ALWAYS);
        question.answer()
                .map(answer -> words.get("question.answer", answer))
                .or(() -> Optional.of(question.words()).filter(one -> !one.isBlank()))
                .ifPresent(line -> text.getChildren().add(label(line, "caption")));
        return new VBox(4, new HBox(12, new MarkIcon(mark), text));
    }

    private void record() {
        Map<String, String> given = new LinkedHashMap<>();
        answers.forEach((rule, field) -> {
            if (!field.getText().isBlank()) {
                given.put(rule, field.getText().strip());
            }
        });
        wrong.setText(given.size() < answers.size() ? words.get("questions.all") : "");
        if (given.size() == answers.size()) {
            review.show().ifPresent(show -> record(show, given));
        }
    }

    private void record(OpenShow show, Map<String, String> given) {
        setDisable(true);
        review.evidence()
                .answer(
                        show,
                        given,
                        () -> setDisable(false),
                        failure -> {
                            setDisable(false);
                            wrong.setText(String.valueOf(failure.getMessage()));
                        });
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
