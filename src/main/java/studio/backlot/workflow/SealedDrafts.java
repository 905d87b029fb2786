package studio.backlot.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Work;
import studio.backlot.handover.ImportRecord;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// The runs of other makers that nobody has handed in, as one person may see them: not at all, but
/// for their count.
///
/// A run is sealed with its failed and discarded takes. This is what the program shows; what
/// someone sees who reads the raw folder is in `docs/threat-model.md`.
public final class SealedDrafts {
    /// The rule by which a draft is its maker's alone.
    public static final String RULE = "sealed-draft";

    private static final int PAGE = 1_000;

    private final OpenProduction production;
    private final FindWork works;
    private final Approver viewer;
    private final Map<UUID, Run> runs = new HashMap<>();
    private final Map<Long, UUID> jobOfOutcome = new HashMap<>();

    /// How many plates each other machine's ledger had that were not handed in, when its latest
    /// package was taken in here.
    private final Map<UUID, Long> heldBack = new HashMap<>();

    /// A run: who began it and what came of it.
    private record Run(Work makers, Optional<ContentHash> asset) {}

    /// What this person may see. Reads the whole ledger once.
    public SealedDrafts(OpenProduction production, Maker viewer) {
        this.production = production;
        this.works = new FindWork(production);
        this.viewer = works.approver(viewer);
        EachEntry.of(production.ledger(), PAGE, this::take);
    }

    private void take(LedgerEntry entry) {
        if (ImportRecord.isIn(entry)) {
            ImportRecord record = ImportRecord.of(entry);
            heldBack.put(record.origin().production(), record.heldBack());
        }
        if (entry.job().isEmpty()) {
            return;
        }
        UUID job = entry.job().get();
        switch (entry.event()) {
            case INTENT -> runs.put(job, new Run(works.work(entry), Optional.empty()));
            case OUTCOME -> {
                Run begun = runs.get(job);
                Work makers = begun == null ? works.work(entry) : begun.makers();
                runs.put(job, new Run(makers, FindWork.assetOf(entry)));
                jobOfOutcome.put(entry.index(), job);
            }
            default -> {}
        }
    }

    /// Whether an entry belongs to a run that is sealed from this person.
    public boolean isSealed(LedgerEntry entry) {
        Optional<UUID> job = entry.event() == EventType.EXPORT ? exported(entry) : entry.job();
        return job.map(runs::get).filter(this::isSealed).isPresent();
    }

    private Optional<UUID> exported(LedgerEntry export) {
        return export.assertions()
                .object("export")
                .flatMap(label -> label.number("entry"))
                .map(JsonNumber::asLong)
                .map(jobOfOutcome::get);
    }

    private boolean isSealed(Run run) {
        boolean isSubmitted =
                run.asset().filter(production.register().submissions()::isSubmitted).isPresent();
        return !isSubmitted && !run.makers().isBy(viewer);
    }

    /// What is said instead of showing such an entry.
    public static ActRefused refusal(LedgerEntry entry) {
        return new ActRefused(
                new Decision.Refused(
                        RULE,
                        "record "
                                + entry.index()
                                + " is a draft of "
                                + entry.person().name()
                                + ", sealed until it is handed in"));
    }

    /// How many finished plates are sealed from this person, those on other machines included as
    /// far as packages have told.
    public long count() {
        long elsewhere = heldBack.values().stream().mapToLong(Long::longValue).sum();
        return elsewhere
                + runs.values().stream()
                        .filter(run -> run.asset().isPresent() && isSealed(run))
                        .count();
    }
}
