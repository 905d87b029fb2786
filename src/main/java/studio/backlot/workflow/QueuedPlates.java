package studio.backlot.workflow;

import java.time.Duration;
import java.util.Optional;
import studio.backlot.job.JobState;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadStore;

/// Describes the jobs of a queue for a person.
final class QueuedPlates {
    private static final int EXCERPT = 120;

    private final PayloadStore payloads;
    private final Estimates estimates;

    QueuedPlates(PayloadStore payloads, Estimates estimates) {
        this.payloads = payloads;
        this.estimates = estimates;
    }

    /// The job as it stood at `now`.
    QueuedPlate of(QueueEntry entry, QueueEntry.Standing now) {
        return new QueuedPlate(
                entry.id,
                now.state(),
                excerpt(entry),
                entry.order.pack(),
                entry.order.seed(),
                entry.created,
                now.step(),
                entry.order.steps(),
                left(entry, now),
                now.outcome());
    }

    private Optional<Duration> left(QueueEntry entry, QueueEntry.Standing now) {
        if (now.state() instanceof JobState.Running) {
            return now.left();
        }
        return now.state() instanceof JobState.Ended
                ? Optional.empty()
                : estimates
                        .cost(entry.order.costKey())
                        .map(cost -> cost.of(entry.order.steps() - now.step()));
    }

    /// Read each time: what is erased is gone here too.
    private String excerpt(QueueEntry entry) {
        return payloads.open(entry.order.words().getFirst()) instanceof PayloadContent.Open open
                ? excerpt(open.text())
                : "";
    }

    private static String excerpt(String text) {
        int end = Math.min(text.length(), EXCERPT);
        boolean isInACharacter =
                end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isInACharacter ? end - 1 : end);
    }
}
