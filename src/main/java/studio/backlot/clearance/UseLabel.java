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

    /// Whether a file may leave for this use. `isCleared`: whether an approval covers this file,
    /// version and use.
    public Decision mayExport(boolean isCleared) {
        return switch (this) {
            case IDEA, TEMP -> new Decision.Allowed();
            case FINAL ->
                    isCleared
                            ? new Decision.Allowed()
                            : new Decision.Refused(
                                    "final-needs-approval",
                                    "this asset is not cleared for final use: no approval in the ledger covers it."
                                            + " Export it with --use temp, or have a producer approve it first");
        };
    }
}
