package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// What a node of the show tree is, from the whole to the part; the show itself is the production.
public enum NodeKind {
    EPISODE,
    SEQUENCE,
    SHOT,
    /// A plate that a shot needs.
    SLOT;

    /// The name in commands and in entries, such as `sequence`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with its article, such as `an episode`.
    public String phrase() {
        return (this == EPISODE ? "an " : "a ") + wireName();
    }

    /// The kind of that wire name, if there is one.
    public static Optional<NodeKind> ofWireName(String name) {
        for (NodeKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Whether a node of this kind may lie in one of that kind: a feature film has no episodes, so
    /// a level may be left out.
    public boolean isPartOf(NodeKind whole) {
        return compareTo(whole) > 0;
    }
}
