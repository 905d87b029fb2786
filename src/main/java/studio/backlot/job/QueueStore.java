package studio.backlot.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The jobs of the queue in their order, and one checkpoint for each.
///
/// Each change MUST be durable on return; an implementation MUST be safe for several threads.
/// Failures are [JobStoreFailed]. [JobStore#finish] takes a job out, or leaves it as
/// [QueuedJob.Standing#FAILED], in one step with the end of its run. No text of a person is ever
/// given to it.
public interface QueueStore {
    /// The most bytes of a checkpoint.
    int LARGEST_CHECKPOINT = 64 << 20;

    /// Puts a job at the end.
    void add(QueuedJob job);

    /// Changes what a job waits for; does nothing when there is no such job.
    void stand(UUID job, QueuedJob.Standing standing);

    /// Puts the jobs into this order; those not named come after them as they are.
    void arrange(List<UUID> order);

    /// Forgets a job and its checkpoint; does nothing when there is none.
    void drop(UUID job);

    /// All jobs, the first to run first.
    List<QueuedJob> jobs();

    /// Keeps a checkpoint in the place of the one before; does nothing when there is no such job.
    /// Throws [IllegalArgumentException] beyond [#LARGEST_CHECKPOINT].
    void keepCheckpoint(UUID job, byte[] content);

    /// The last checkpoint of a job, if there is one.
    Optional<byte[]> checkpoint(UUID job);
}
