package studio.backlot.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Someone who works on productions: the name they are credited by, their roles, and their public
/// keys.
public record Person(UUID id, String name, Set<Role> roles, PersonKeys keys) {
    /// Characters a name may have.
    public static final int LONGEST_NAME = 200;

    /// Embeddings, overrides and isolates of Unicode's bidirectional algorithm: with them a name
    /// could look like another.
    private static final Set<Byte> TURNING =
            Set.of(
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

    public Person {
        requireName(name);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " needs at least one role: artist, writer or producer");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
    }

    /// Throws [IllegalArgumentException] in words for a text that cannot be the name of a person:
    /// one that is empty or very long, or with characters that break a line or turn the direction
    /// of what stands around it.
    public static void requireName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || !name.codePoints().allMatch(Person::isInName)) {
            throw new IllegalArgumentException(
                    "a person needs a name of 1 to 200 characters without control characters, not \""
                            + printable(name)
                            + "\"");
        }
    }

    /// What is refused must not work on the terminal of whoever reads why.
    private static String printable(String name) {
        return name.codePoints()
                .map(character -> isInName(character) ? character : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> !TURNING.contains(Character.getDirectionality(character));
        };
    }

    /// The same person with other keys.
    public Person withKeys(PersonKeys others) {
        return new Person(id, name, roles, others);
    }
}
