package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.diffusion.DenoisingCheckpoint;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.provenance.LedgerEntry;

/// Takes up the jobs of an earlier session.
final class QueueRows {
    private static final String NOT_TOLD =
            "a rule or something missing held it up in an earlier session; try it again to hear which";
    private static final String RECORDED = "it failed in an earlier session; its record says why";
    private static final String SOMEBODY_ELSES =
            "another person ordered it; it goes on when they open the production";

    private QueueRows() {}

    static List<QueueEntry> load(OpenProduction production, QueueRoom room) {
        Map<UUID, JobRecord> begun = new HashMap<>();
        production.jobs().unfinished().forEach(row -> begun.put(row.job(), row));
        List<QueueEntry> entries = new ArrayList<>();
        for (QueuedJob job : room.jobs().jobs()) {
            if (job.standing() == Standing.DROPPED) {
                continue;
            }
            Optional<LedgerEntry> intent =
                    Optional.ofNullable(begun.get(job.job()))
                            .flatMap(JobRecord::intent)
                            .flatMap(production.ledger()::entry);
            entries.add(entry(production, room, job, intent));
        }
        return entries;
    }

    private static QueueEntry entry(
            OpenProduction production,
            QueueRoom room,
            QueuedJob job,
            Optional<LedgerEntry> intent) {
        var order = new QueuedOrder(job.order());
        var entry = new QueueEntry(job.job(), job.created(), order, new JobState.Paused(), intent);
        boolean isOwn = order.by(production.person()).isPresent();
        entry.state =
                switch (job.standing()) {
                    case WAITING, DROPPED ->
                            isOwn ? entry.waiting() : new JobState.Blocked(SOMEBODY_ELSES);
                    case PAUSED -> new JobState.Paused();
                    case BLOCKED -> new JobState.Blocked(isOwn ? NOT_TOLD : SOMEBODY_ELSES);
                    case FAILED -> new JobState.Failed(RECORDED);
                };
        entry.isRecorded = job.standing() == Standing.FAILED;
        entry.step =
                room.jobs()
                        .checkpoint(job.job())
                        .flatMap(DenoisingCheckpoint::parse)
                        .map(DenoisingCheckpoint::step)
                        .orElse(0);
        return entry;
    }
}
