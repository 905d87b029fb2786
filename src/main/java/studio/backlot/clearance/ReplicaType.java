package studio.backlot.clearance;

import java.util.Optional;

/// What is made of a performer, in the words of the 2023 television and theatrical agreement of the
/// performers' union.
public enum ReplicaType {
    /// Made with the performer's work during their employment, by a scan.
    EMPLOYMENT_BASED("EBDR"),
    /// Made from existing material, without the performer's work.
    INDEPENDENTLY_CREATED("ICDR"),
    /// Of a background actor, by a scan.
    BACKGROUND_ACTOR("BADR"),
    /// No replica of anybody: wholly digital, resembling no recognisable performer.
    SYNTHETIC("synthetic");

    private final String wireName;

    ReplicaType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// Whether it is made by scanning the person, who must have notice of that.
    public boolean needsScan() {
        return this == EMPLOYMENT_BASED || this == BACKGROUND_ACTOR;
    }

    /// The type of that wire name, in any case, if there is one.
    public static Optional<ReplicaType> ofWireName(String name) {
        for (ReplicaType type : values()) {
            if (type.wireName.equalsIgnoreCase(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
