package studio.backlot.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Someone who works on productions: the name they are credited by, their roles, and their public
/// keys.
public record Person(UUID id, String name, Set<Role> roles, PersonKeys keys) {
    /// Characters a name may have.
    public static final int LONGEST_NAME = 200;

    public Person {
        if (name.isBlank() || name.length() > LONGEST_NAME || hasControl(name)) {
            throw new IllegalArgumentException(
                    "a person needs a name of 1 to 200 characters without control characters, not \""
                            + name
                            + "\"");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " needs at least one role: artist, writer or producer");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
    }

    private static boolean hasControl(String name) {
        return name.codePoints().anyMatch(Character::isISOControl);
    }

    /// The same person with other keys.
    public Person withKeys(PersonKeys others) {
        return new Person(id, name, roles, others);
    }
}
