package studio.backlot.identity;

import java.util.Locale;
import java.util.Optional;

/// In which of the three roles a person acts.
public enum Role {
    ARTIST,
    WRITER,
    PRODUCER;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    /// The role of that wire name, if there is one.
    public static Optional<Role> ofWireName(String name) {
        for (Role role : values()) {
            if (role.wireName.equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
