package studio.backlot.ui.review;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.backlot.clearance.Answer;
import studio.backlot.workflow.UseCaseSheet;

/// One answer as it stands on the page, recorded or not. Without an answer nothing is ticked.
final class UseCaseDraft {
    private final ObjectProperty<Optional<Answer>> answer =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Path>> document =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<UseCaseSheet.Said> recorded = Optional.empty();

    ObjectProperty<Optional<Answer>> answer() {
        return answer;
    }

    StringProperty note() {
        return note;
    }

    /// A file to keep beside the answer.
    ObjectProperty<Optional<Path>> document() {
        return document;
    }

    /// Starts from what is recorded.
    void reset(Optional<UseCaseSheet.Said> said) {
        recorded = said;
        answer.set(said.map(UseCaseSheet.Said::answer));
        note.set(said.flatMap(UseCaseSheet.Said::note).orElse(""));
        document.set(Optional.empty());
    }

    /// Whether it says something else than what is recorded.
    boolean isChanged() {
        return answer.get().isPresent()
                && (document.get().isPresent()
                        || !answer.get().equals(recorded.map(UseCaseSheet.Said::answer))
                        || !note.get()
                                .strip()
                                .equals(recorded.flatMap(UseCaseSheet.Said::note).orElse("")));
    }
}
