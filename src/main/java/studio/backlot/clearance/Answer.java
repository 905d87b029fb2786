package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// What a person says to a [Principle]. There is no answer before somebody gives one.
public enum Answer {
    YES,
    NO,
    UNSURE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The answer of that wire name, if there is one.
    public static Optional<Answer> ofWireName(String name) {
        for (Answer answer : values()) {
            if (answer.wireName().equals(name)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
