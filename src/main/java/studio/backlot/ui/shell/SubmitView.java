package studio.backlot.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.OpenQuestion;

/// The sheet by which work is handed in: to whom, for which use, and only the questions that are
/// still open.
public final class SubmitView extends VBox {
    private final SubmitViewModel submit;
    private final Words words;
    private final VBox questions = new VBox(16);

    /// `done` hears of what was handed in; the sheet has closed by then.
    public SubmitView(
            SubmitViewModel submit, Overlay overlay, Words words, Consumer<Submission> done) {
        this.submit = submit;
        this.words = words;
        setId("submit");
        var title = new Label(words.get("submit.title", submit.assets().size()));
        title.getStyleClass().add("title");
        var trouble = new Label();
        trouble.setId("submit-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("text-no");
        trouble.textProperty().bind(submit.trouble());
        submit.questions()
                .addListener((ListChangeListener<OpenQuestion>) change -> showQuestions());
        var scroll = new ScrollPane(questions);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        Fields.row(words.get("submit.to"), to()),
                        Fields.row(words.get("submit.use"), use()),
                        Fields.row(words.get("submit.note"), note()),
                        scroll,
                        trouble,
                        buttons(overlay, done));
    }

    private Node to() {
        var box = new ComboBox<String>(submit.persons());
        box.setId("submit-to");
        box.setEditable(true);
        box.getEditor().textProperty().bindBidirectional(submit.to());
        return box;
    }

    private Node use() {
        var group = new ToggleGroup();
        var row = new HBox(4);
        for (UseLabel label : UseLabel.values()) {
            var button = new ToggleButton(words.get("use." + label.wireName()));
            button.setId("submit-use-" + label.wireName());
            button.getStyleClass().add("choice");
            button.setToggleGroup(group);
            button.setSelected(label == submit.use().get());
            button.setOnAction(event -> {
                submit.use().set(label);
                button.setSelected(true);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node note() {
        var field = new TextField();
        field.setId("submit-note");
        field.setPromptText(words.get("submit.note.prompt"));
        field.textProperty().bindBidirectional(submit.note());
        return field;
    }

    private void showQuestions() {
        questions.getChildren().clear();
        if (submit.questions().isEmpty()) {
            return;
        }
        var heading = new Label(words.get("submit.open", submit.questions().size()));
        heading.getStyleClass().add("section");
        questions.getChildren().add(heading);
        submit.questions().forEach(question -> questions.getChildren().add(row(question)));
    }

    private Node row(OpenQuestion question) {
        var text = new Label(question.explanation());
        text.setWrapText(true);
        var field = new TextField();
        field.setId("answer-" + question.rule());
        field.setPromptText(words.get("submit.answer"));
        field.setAccessibleText(words.get("submit.answer"));
        field.textProperty().bindBidirectional(submit.answer(question.rule()));
        var chips = new HBox(4);
        for (String answer : new String[] {"yes", "no", "unsure"}) {
            chips.getChildren()
                    .add(
                            Buttons.quiet(
                                    "answer-" + question.rule() + "-" + answer,
                                    words.get("answer." + answer),
                                    () -> field.setText(words.get("answer." + answer))));
        }
        var line = new HBox(8, new MarkIcon(Mark.PASTED), text);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new VBox(8, line, chips, field);
    }

    private Node buttons(Overlay overlay, Consumer<Submission> done) {
        Button send =
                Buttons.primary(
                        "submit-send",
                        words.get("submit.send"),
                        () ->
                                submit.submit(submission -> {
                                    overlay.close();
                                    done.accept(submission);
                                }));
        send.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> submit.atWork().get() || submit.to().get().isBlank(),
                                submit.atWork(),
                                submit.to()));
        return new HBox(
                8,
                Buttons.quiet("submit-keep", words.get("submit.keep"), overlay::close),
                Gaps.across(),
                send);
    }
}
