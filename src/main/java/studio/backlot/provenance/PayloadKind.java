package studio.backlot.provenance;

import java.util.Locale;

/// What an erasable text is.
public enum PayloadKind {
    PROMPT,
    NEGATIVE_PROMPT,
    /// The token ids that went into the text encoder or the language model, as JSON.
    TOKENS,
    /// A person's own words: a note, a reason, an error text that may quote them.
    NOTE,
    /// The name or path of a person's file.
    FILE_NAME,
    /// Facts about a person, as JSON.
    PERSON;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    /// The kind of that wire name; throws [MalformedEntry] for any other text.
    public static PayloadKind ofWireName(String name) {
        for (PayloadKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        throw new MalformedEntry("\"" + name + "\" is no kind of payload");
    }
}
