package studio.backlot.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.job.JobState;
import studio.backlot.provenance.LedgerEntry;

/// One job of the open queue. The queue's lock guards what changes.
final class QueueEntry {
    final UUID id;
    final Instant created;
    final QueuedOrder order;
    JobState state;
    int step;
    Optional<Duration> left = Optional.empty();

    /// Whether a person wants it to rest.
    boolean isPauseWished;

    /// Whether its failure is recorded, so that another try needs another run.
    boolean isRecorded;

    /// The intent of its run, once recorded.
    Optional<LedgerEntry> intent;

    /// The outcome of a run that succeeded.
    Optional<LedgerEntry> outcome = Optional.empty();

    /// Its run while it is at work.
    Optional<QueueRun> run = Optional.empty();

    QueueEntry(
            UUID id,
            Instant created,
            QueuedOrder order,
            JobState state,
            Optional<LedgerEntry> intent) {
        this.id = id;
        this.created = created;
        this.order = order;
        this.state = state;
        this.intent = intent;
    }

    boolean isWaiting() {
        return state instanceof JobState.Queued || state instanceof JobState.Interrupted;
    }

    boolean isEnded() {
        return state instanceof JobState.Ended;
    }

    /// How it waits for its turn.
    JobState waiting() {
        return intent.isPresent() ? new JobState.Interrupted() : new JobState.Queued();
    }

    /// How it stands at this moment.
    record Standing(
            JobState state, int step, Optional<Duration> left, Optional<LedgerEntry> outcome) {}

    Standing standing() {
        return new Standing(state, step, left, outcome);
    }
}
