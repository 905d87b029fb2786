package studio.backlot.clearance;

/// A name that a prompt may not use freely: of a person in the consent register, or a protected
/// title of the policy.
///
/// `subject` says whose it is: the id of a consent, or the title itself.
public record ListedName(String name, Kind kind, String subject) {
    /// Characters a listed name may have.
    public static final int LONGEST = 200;

    /// What a name names.
    public enum Kind {
        PERSON,
        TITLE
    }

    public ListedName {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a listed name has 1 to " + LONGEST + " characters, not \"" + name + "\"");
        }
    }
}
