package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// A field of work that a policy may send to a producer whatever the five answers are.
public enum Area {
    DATA_USE("data use: personal or confidential material goes into a tool"),
    CREATIVE_OUTPUT("creative output: main characters, key visuals, settings that carry the story"),
    TALENT_AND_PERFORMANCE("talent and performance: looks, voices and acting of real people"),
    ETHICS_AND_REPRESENTATION(
            "ethics and representation: what an audience could take for real, or for an insult"),
    THIRD_PARTY_IP("third-party IP: works, brands and figures that are somebody else's");

    private final String words;

    Area(String words) {
        this.words = words;
    }

    /// The area in words.
    public String words() {
        return words;
    }

    /// The name in commands and records, such as `data-use`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The area of that wire name, if there is one.
    public static Optional<Area> ofWireName(String name) {
        for (Area area : values()) {
            if (area.wireName().equals(name)) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }
}
