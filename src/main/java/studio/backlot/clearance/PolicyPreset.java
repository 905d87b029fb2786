package studio.backlot.clearance;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.backlot.clearance.ConsentRules.Requirement;
import studio.backlot.identity.Role;

/// The set of rules that a production starts from.
public enum PolicyPreset {
    /// One person makes and approves, and every report says so.
    SOLO,
    /// A few people who know each other: makers do not approve their own work, names and likenesses
    /// need consent.
    SMALL_CREW,
    /// A commission for a streaming service: use cases before work that leaves the desk, models
    /// under known licences.
    STREAMER,
    /// As for a streamer, and what is not cleared says so in its pixels.
    BROADCASTER;

    private static final int NOTICE_HOURS = 48;

    /// Licences that let a production use what a model makes without asking anybody.
    private static final Set<String> KNOWN_LICENCES =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "CC-BY-4.0",
                    "CreativeML-OpenRAIL-M",
                    "CreativeML-OpenRAIL++-M");

    /// The name in commands and in entry 0, such as `small-crew`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The preset of that wire name, if there is one.
    public static Optional<PolicyPreset> ofWireName(String name) {
        for (PolicyPreset preset : values()) {
            if (preset.wireName().equals(name)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }

    /// The rules themselves.
    public Policy policy() {
        boolean isCommissioned = this == STREAMER || this == BROADCASTER;
        return new Policy(
                this,
                1,
                isCommissioned ? Optional.of(KNOWN_LICENCES) : Optional.empty(),
                List.of(),
                consents(),
                this == SOLO ? FaceCheck.SUBMIT : FaceCheck.GENERATION,
                new ApprovalRules(Set.of(Role.PRODUCER), this == SOLO, this != SOLO),
                new UseCaseRules(requiredFor(), EnumSet.allOf(Area.class)),
                new FileRules(this == SOLO, this == BROADCASTER),
                List.of());
    }

    private ConsentRules consents() {
        Stance strict = this == SOLO ? Stance.ASK : Stance.REFUSE;
        return new ConsentRules(
                strict,
                strict,
                strict,
                Stance.ASK,
                Stance.ASK,
                NOTICE_HOURS,
                EnumSet.allOf(Requirement.class));
    }

    private Set<UseLabel> requiredFor() {
        return switch (this) {
            case SOLO -> Set.of();
            case SMALL_CREW -> Set.of(UseLabel.FINAL);
            case STREAMER, BROADCASTER -> Set.of(UseLabel.TEMP, UseLabel.FINAL);
        };
    }
}
