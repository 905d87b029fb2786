package studio.backlot.clearance;

import java.util.List;

/// What a rule says to one act.
public sealed interface Decision {
    /// The name of the rule that decided.
    String rule();

    /// The act may go on.
    record Allowed(String rule) implements Decision {}

    /// The act may go on, and somebody has to answer the explanation, which is a question, before
    /// what comes of it is cleared: at Submit, or a producer later.
    record Question(String rule, String explanation) implements Decision {}

    /// The act is refused; the explanation says why and what to do.
    record Refused(String rule, String explanation) implements Decision {}

    /// The word in a record: `allowed`, `question` or `refused`.
    default String wireName() {
        return switch (this) {
            case Allowed allowed -> "allowed";
            case Question question -> "question";
            case Refused refused -> "refused";
        };
    }

    /// Those of these decisions that refuse.
    static List<Refused> refusals(List<Decision> decisions) {
        return decisions.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }
}
