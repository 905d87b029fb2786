package studio.backlot.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.JobStore;
import studio.backlot.job.JobStoreFailed;

/// The rows of a production that is opened for reading and whose workspace is not there: none, and
/// none can be added.
final class NoRuns implements JobStore {
    @Override
    public void start(UUID job, String kind, Instant created, List<Long> payloadIds) {
        throw readOnly();
    }

    @Override
    public void noteIntent(UUID job, long index) {
        throw readOnly();
    }

    @Override
    public void prepareResult(UUID job, JsonObject assertions, List<Long> payloadIds) {
        throw readOnly();
    }

    @Override
    public void finish(UUID job, JobState.Ended state) {
        throw readOnly();
    }

    @Override
    public void remove(UUID job) {
        throw readOnly();
    }

    @Override
    public List<JobRecord> unfinished() {
        return List.of();
    }

    private static JobStoreFailed readOnly() {
        return new JobStoreFailed(
                "This production is open for reading only. Nothing was written; open it for writing.");
    }
}
