package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// What an asset is meant for. `FINAL` is a wish until a producer has cleared it; until then it
/// counts as `TEMP`.
public enum UseLabel {
    IDEA,
    TEMP,
    FINAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The label of that wire name, if there is one.
    public static Optional<UseLabel> ofWireName(String name) {
        for (UseLabel label : values()) {
            if (label.wireName().equals(name)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
