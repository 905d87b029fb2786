package studio.backlot.provenance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What kind of thing an entry records; the whole list of ledger schema v1, reserved from the first
/// release on.
public enum EventType {
    /// The first entry: the production's id, its name, and the key that signs its heads.
    PRODUCTION("production"),
    /// A run is about to start: what was asked, by whom, with which pack.
    INTENT("intent"),
    /// A run has ended: succeeded, failed, cancelled or abandoned, with the recipe as it was used.
    OUTCOME("outcome"),
    IMPORT("import"),
    HUMAN_EDIT("human_edit"),
    REVIEW("review"),
    CONSENT("consent"),
    WITHDRAWAL("withdrawal"),
    HANDOVER("handover"),
    EXPORT("export"),
    /// Payloads were erased: which, by whom, on what basis.
    REDACTION("redaction"),
    /// A signed checkpoint left the machine.
    CHECKPOINT("checkpoint"),
    KEY_ROTATION("key_rotation"),
    PERSON("person"),
    POLICY("policy"),
    USE_CASE("use_case"),
    SHOW_TREE("show_tree"),
    SUBMIT("submit"),
    OVERRIDE("override");

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /// Whether only a person's guarded key may sign such an entry: verdicts, hand-overs, consents
    /// and overrides.
    public boolean isGuarded() {
        return switch (this) {
            case REVIEW, CONSENT, WITHDRAWAL, HANDOVER, OVERRIDE -> true;
            case PRODUCTION,
                    INTENT,
                    OUTCOME,
                    IMPORT,
                    HUMAN_EDIT,
                    EXPORT,
                    REDACTION,
                    CHECKPOINT,
                    KEY_ROTATION,
                    PERSON,
                    POLICY,
                    USE_CASE,
                    SHOW_TREE,
                    SUBMIT ->
                    false;
        };
    }

    /// The name in an entry's `event` member.
    public String wireName() {
        return wireName;
    }

    /// The event of that wire name, if schema v1 has one.
    public static Optional<EventType> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
