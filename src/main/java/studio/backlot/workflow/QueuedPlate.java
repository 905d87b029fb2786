package studio.backlot.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.job.JobState;
import studio.backlot.provenance.LedgerEntry;

/// One job of the [PlateQueue] as it stood at one moment.
///
/// @param excerpt the beginning of the prompt; empty where it has none, or it was erased or cannot
///   be read here
/// @param pack the identifier of the pack
/// @param step how many denoising steps are done and kept or under way, of `of`
/// @param left how long it will still be at work, waiting for others not counted; empty where this
///   machine has not learnt it
/// @param outcome the entry that ended its run, where that is known in this session
public record QueuedPlate(
        UUID id,
        JobState state,
        String excerpt,
        String pack,
        long seed,
        Instant ordered,
        int step,
        int of,
        Optional<Duration> left,
        Optional<LedgerEntry> outcome) {
    /// Why it is blocked or has failed, for a person to read; empty in every other state.
    public String reason() {
        return switch (state) {
            case JobState.Blocked blocked -> blocked.policy();
            case JobState.Failed failed -> failed.reason();
            case JobState.Queued ignored -> "";
            case JobState.Running ignored -> "";
            case JobState.Paused ignored -> "";
            case JobState.Interrupted ignored -> "";
            case JobState.Done ignored -> "";
            case JobState.Cancelled ignored -> "";
            case JobState.Abandoned ignored -> "";
        };
    }
}
