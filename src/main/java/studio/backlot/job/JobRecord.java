package studio.backlot.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;

/// What the workspace knows of one unfinished run, for the recovery after a crash.
///
/// `intent` is the index of its intent entry, once appended. `resultDraft` is what its outcome
/// entry will say, kept before the asset's file is: hashes, facts and payload references, never a
/// text of a person. `payloadIds` are the payloads that were committed for it.
public record JobRecord(
        UUID job,
        String kind,
        Instant created,
        Optional<Long> intent,
        Optional<JsonObject> resultDraft,
        List<Long> payloadIds) {
    public JobRecord {
        payloadIds = List.copyOf(payloadIds);
    }
}
