package studio.backlot.workflow;

import java.util.List;
import java.util.stream.Collectors;

/// Work cannot be handed in while questions about it are unanswered; the message lists them and
/// says how to answer.
public final class QuestionsOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<OpenQuestion> questions;

    public QuestionsOpen(List<OpenQuestion> questions) {
        super(words(questions));
        this.questions = List.copyOf(questions);
    }

    private static String words(List<OpenQuestion> questions) {
        String list =
                questions.stream()
                        .map(question ->
                                question.rule()
                                        + " ("
                                        + question.asset().hex().substring(0, 16)
                                        + "): "
                                        + question.explanation())
                        .collect(Collectors.joining("\n"));
        return "questions are open; answer each once with --answer RULE=TEXT, also with \"unsure\" and why:\n"
                + list;
    }

    /// The questions, of each asset in the order of its rules.
    public List<OpenQuestion> questions() {
        return questions;
    }
}
