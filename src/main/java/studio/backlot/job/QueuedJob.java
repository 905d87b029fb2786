package studio.backlot.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;

/// What the workspace knows of one job of the queue: what was ordered, as facts and payload
/// references, never a text of a person.
///
/// `payloadIds` are the payloads that hold its words.
public record QueuedJob(
        UUID job, Instant created, Standing standing, JsonObject order, List<Long> payloadIds) {
    public QueuedJob {
        payloadIds = List.copyOf(payloadIds);
    }

    /// Whether it waits, and for what. A job at work counts as waiting, so that it waits again
    /// after a crash.
    public enum Standing {
        /// For its turn.
        WAITING,
        /// For a person to let it go on.
        PAUSED,
        /// For a person to try it again; a rule refused it.
        BLOCKED,
        /// It failed; kept so that a person can try it again.
        FAILED,
        /// It is given up before it began; its words are to be erased, and then it is forgotten.
        DROPPED;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        public String wireName() {
            return wireName;
        }
    }
}
