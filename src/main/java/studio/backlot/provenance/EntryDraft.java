package studio.backlot.provenance;

import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;

/// What a workflow wants recorded: everything of an entry but its place, its id and its time.
///
/// `by` is named by the entry and signs it. `job` ties the intent and the outcome of one run
/// together. `assertions` hold neutral facts by label; they contain no text of a person in the
/// clear, only [PayloadReference]s.
public record EntryDraft(EventType event, Signatory by, Optional<UUID> job, JsonObject assertions) {
    /// A draft that nobody signs.
    public EntryDraft(EventType event, Maker person, Optional<UUID> job, JsonObject assertions) {
        this(event, Signatory.unsigned(person), job, assertions);
    }
}
