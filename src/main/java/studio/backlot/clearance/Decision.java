package studio.backlot.clearance;

/// What a rule says to one act.
public sealed interface Decision {
    /// The act may go on.
    record Allowed() implements Decision {}

    /// The act is refused by the named rule; the explanation says why and what to do.
    record Refused(String rule, String explanation) implements Decision {}
}
