package studio.backlot.clearance;

import java.util.Locale;

/// How a policy meets what needs a consent that is not there.
public enum Stance {
    /// It is left to the person who works.
    ALLOW,
    /// Work goes on, and the question stays open until it is answered.
    ASK,
    /// Work stops.
    REFUSE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the named rule says then.
    public Decision decide(String rule, String explanation) {
        return switch (this) {
            case ALLOW -> new Decision.Allowed(rule);
            case ASK -> new Decision.Question(rule, explanation);
            case REFUSE -> new Decision.Refused(rule, explanation);
        };
    }
}
