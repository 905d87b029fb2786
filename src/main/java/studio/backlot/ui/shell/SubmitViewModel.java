package studio.backlot.ui.shell;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.workflow.OpenQuestion;
import studio.backlot.workflow.QuestionsOpen;
import studio.backlot.workflow.SubmitWork;

/// One handing-in: what, to whom, for which use, and the answers to what is still open. For the
/// window's thread.
public final class SubmitViewModel {
    private final OpenShow show;
    private final List<ContentHash> assets;
    private final ObservableList<String> persons = FXCollections.observableArrayList();
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<UseLabel> use = new SimpleObjectProperty<>(UseLabel.TEMP);
    private final ObservableList<OpenQuestion> questions = FXCollections.observableArrayList();
    private final Map<String, StringProperty> answers = new LinkedHashMap<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty atWork = new SimpleBooleanProperty();

    /// Hands in these assets of the show.
    public SubmitViewModel(OpenShow show, List<ContentHash> assets) {
        this.show = show;
        this.assets = List.copyOf(assets);
        show.ask(
                production ->
                        production.register().persons().all().stream()
                                .filter(one -> !one.isRetired())
                                .map(EnrolledPersons.Standing::person)
                                .filter(one -> one.roles().contains(Role.PRODUCER))
                                .map(one -> one.name())
                                .toList(),
                names -> {
                    persons.setAll(names);
                    names.stream()
                            .filter(name -> !name.equals(show.actor().person().name()))
                            .findFirst()
                            .or(() -> names.stream().findFirst())
                            .filter(name -> to.get().isBlank())
                            .ifPresent(to::set);
                });
    }

    List<ContentHash> assets() {
        return assets;
    }

    /// Who may be handed to: the producers of the show.
    ObservableList<String> persons() {
        return persons;
    }

    /// To whom, names parted by commas.
    StringProperty to() {
        return to;
    }

    StringProperty note() {
        return note;
    }

    ObjectProperty<UseLabel> use() {
        return use;
    }

    /// What must be answered first, one for each rule; empty until it was asked.
    ObservableList<OpenQuestion> questions() {
        return questions;
    }

    /// The answer to the questions of a rule.
    StringProperty answer(String rule) {
        return answers.computeIfAbsent(rule, one -> new SimpleStringProperty(""));
    }

    /// What stands in the way, in words; empty when nothing does.
    StringProperty trouble() {
        return trouble;
    }

    /// Whether the handing-in is under way.
    BooleanProperty atWork() {
        return atWork;
    }

    /// Hands in, or shows what is still open; `done` hears of the submission.
    void submit(Consumer<Submission> done) {
        trouble.set("");
        Set<String> names = new LinkedHashSet<>();
        for (String name : to.get().split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        Map<String, String> given = new LinkedHashMap<>();
        answers.forEach((rule, answer) -> {
            if (!answer.get().isBlank()) {
                given.put(rule, answer.get().strip());
            }
        });
        var order =
                new SubmitWork.SubmitOrder(
                        assets.stream().map(ContentHash::hex).toList(),
                        names,
                        use.get(),
                        Optional.empty(),
                        given,
                        Optional.empty(),
                        Optional.of(note.get().strip()).filter(text -> !text.isEmpty()),
                        show.everyday(Role.ARTIST));
        atWork.set(true);
        var context = show.studio().context();
        show.ask(
                production ->
                        new SubmitWork(production, context.ids(), context.faceFinder()).run(order),
                submission -> {
                    atWork.set(false);
                    done.accept(submission);
                },
                this::failed);
    }

    private void failed(RuntimeException failure) {
        atWork.set(false);
        if (failure instanceof QuestionsOpen open) {
            Map<String, OpenQuestion> byRule = new LinkedHashMap<>();
            open.questions().forEach(question -> byRule.putIfAbsent(question.rule(), question));
            questions.setAll(byRule.values());
        } else {
            trouble.set(String.valueOf(failure.getMessage()));
        }
    }
}
