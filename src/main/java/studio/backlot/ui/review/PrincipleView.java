package studio.backlot.ui.review;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.clearance.Answer;
import studio.backlot.clearance.Principle;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// One of the five questions in a row: the question, what the record shows, the answer, a note, a
/// document. Nothing is ticked before somebody answers.
final class PrincipleView extends VBox {
    private final UseCaseDraft draft;
    private final Words words;

    PrincipleView(Principle principle, UseCasesViewModel useCases, Words words) {
        this.draft = useCases.draft(principle);
        this.words = words;
        String name = principle.wireName();
        setId("principle-" + name);
        setSpacing(6);
        getStyleClass().addAll("principle", "line-above");
        var question = new Label(words.get("principle." + name));
        question.setWrapText(true);
        question.getStyleClass().add("strong");
        var shows = new Label();
        shows.setId("shows-" + name);
        shows.setWrapText(true);
        shows.getStyleClass().add("caption");
        shows.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    UseCasesViewModel.Shown shown = useCases.shown().get();
                                    return words.get(
                                            "shows." + name,
                                            shown.assets(),
                                            shown.finals(),
                                            shown.open());
                                },
                                useCases.shown()));
        var note = new TextField();
        note.setId("note-" + name);
        note.setPromptText(words.get("principle.note"));
        note.setAccessibleText(words.get("principle.note"));
        note.textProperty().bindBidirectional(draft.note());
        HBox.setHgrow(note, Priority.ALWAYS);
        var answers = new HBox(8, question, Gaps.across());
        for (Answer answer : Answer.values()) {
            answers.getChildren().add(button(name, answer));
        }
        answers.setAlignment(Pos.CENTER_LEFT);
        question.setMinWidth(0);
        HBox.setHgrow(question, Priority.ALWAYS);
        var document =
                Buttons.link("document-" + name, words.get("principle.document"), this::choose);
        document.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        draft.document()
                                                .get()
                                                .map(file -> String.valueOf(file.getFileName()))
                                                .orElseGet(() -> words.get("principle.document")),
                                draft.document()));
        getChildren().addAll(answers, shows, new HBox(8, note, document));
    }

    private ToggleButton button(String name, Answer answer) {
        var button = new ToggleButton(words.get("answer." + answer.wireName()));
        button.setId("answer-" + name + "-" + answer.wireName());
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("answer");
        button.setOnAction(event -> draft.answer().set(Optional.of(answer)));
        Runnable follow =
                () -> button.setSelected(draft.answer().get().equals(Optional.of(answer)));
        draft.answer().addListener((property, before, now) -> follow.run());
        button.selectedProperty().addListener((property, before, now) -> follow.run());
        follow.run();
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("principle.document"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> draft.document().set(Optional.of(file)));
    }
}
