package studio.backlot.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;

/// The rows by which a run that a crash cut short is completed or closed at the next opening.
///
/// A run calls, in this order: [#start] (after its payloads are committed), [#noteIntent],
/// [#prepareResult] before the asset's file is kept, [#finish] after its outcome entry. Each change
/// MUST be durable on return; an implementation MUST be safe for several threads. Failures are
/// [JobStoreFailed]. No text of a person is ever given to it.
public interface JobStore {
    /// Opens the row of a new run; `kind` is a lower-case word such as `plate`.
    void start(UUID job, String kind, Instant created, List<Long> payloadIds);

    /// The run's intent is the ledger's entry of that index.
    void noteIntent(UUID job, long index);

    /// Keeps what the outcome entry will say, and the further payloads committed for it.
    void prepareResult(UUID job, JsonObject assertions, List<Long> payloadIds);

    /// Closes the row, and with it the run's job in the queue ([QueueStore]); does nothing when
    /// there is none or it is closed.
    void finish(UUID job, JobState.Ended state);

    /// Forgets the row; does nothing when there is none.
    void remove(UUID job);

    /// The open rows, oldest first.
    List<JobRecord> unfinished();
}
