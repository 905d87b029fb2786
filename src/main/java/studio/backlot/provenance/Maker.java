package studio.backlot.provenance;

import java.util.Locale;

/// The person an entry names: the name work is credited to, as typed, and the role they acted in.
public record Maker(String name, Role role) {
    /// Characters a name may have.
    static final int LONGEST_NAME = 200;

    public Maker {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a person needs a name of 1 to 200 characters, not \"" + name + "\"");
        }
    }

    /// In which of the three roles a person acted.
    public enum Role {
        ARTIST,
        WRITER,
        PRODUCER;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The role of that wire name; throws [MalformedEntry] for any other text.
        public static Role ofWireName(String name) {
            for (Role role : values()) {
                if (role.wireName().equals(name)) {
                    return role;
                }
            }
            throw new MalformedEntry("\"" + name + "\" is no role of a person");
        }
    }
}
