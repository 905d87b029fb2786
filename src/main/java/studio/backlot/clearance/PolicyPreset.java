package studio.backlot.clearance;

import java.util.Locale;
import java.util.Optional;

/// The set of rules that a production starts from.
public enum PolicyPreset {
    /// One person makes and approves, and every report says so.
    SOLO,
    SMALL_CREW,
    STREAMER,
    BROADCASTER;

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

    /// Whether a maker may put the prompt into an exported file. A prompt is its writer's work and
    /// may name unreleased things, so only a production of one person leaves that to the person.
    public Decision mayWritePromptIntoFile() {
        return switch (this) {
            case SOLO -> new Decision.Allowed();
            case SMALL_CREW, STREAMER, BROADCASTER ->
                    new Decision.Refused(
                            "prompt-in-file",
                            "the policy "
                                    + wireName()
                                    + " keeps prompts out of exported files; export without --with-prompt");
        };
    }
}
