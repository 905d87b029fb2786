package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// What of a person a consent is about.
public enum ConsentSubject {
    /// How they look or sound.
    LIKENESS,
    /// The manner of a living artist.
    STYLE,
    /// Works of theirs that go in as an input.
    ART;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The subject of that wire name, if there is one.
    public static Optional<ConsentSubject> ofWireName(String name) {
        for (ConsentSubject subject : values()) {
            if (subject.wireName().equals(name)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }
}
