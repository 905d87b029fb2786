package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// One of the five statements that a person answers for a use case before work begins: yes, no or
/// unsure.
///
/// They follow Netflix, *Using Generative AI in Content Production* (2025). "Yes" is the answer
/// that raises no question.
public enum Principle {
    Q1(
            "The output does not replicate identifiable characteristics of unowned or copyrighted material."),
    Q2("The tools do not store, reuse or train on what the production puts in or gets out."),
    Q3("The tools run in an enterprise-secured environment, or on this machine alone."),
    Q4("The generated material is temporary and not part of the final deliverable."),
    Q5(
            "No talent performance and no union-covered work is replaced or newly generated without consent.");

    private final String statement;

    Principle(String statement) {
        this.statement = statement;
    }

    /// The statement in words, as it is asked.
    public String statement() {
        return statement;
    }

    /// The name in commands and records: `q1` to `q5`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The principle of that wire name, if there is one.
    public static Optional<Principle> ofWireName(String name) {
        for (Principle principle : values()) {
            if (principle.wireName().equals(name)) {
                return Optional.of(principle);
            }
        }
        return Optional.empty();
    }
}
