package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Milestone;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.QueuedJob;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.RecoveryReport.Recovered;

/// Completes or closes what a crash cut short: runs once each time a production is opened for
/// writing, before anything else does.
///
/// `docs/recovery.md` has the table ([RunPieces#action]). A recovery that is itself cut short is
/// done again at the next opening with the same end: an outcome is appended before its row is
/// closed, and a text is erased only when a redaction says so, or when no entry and no outcome
/// still to be appended names it. A run that the queue can take to its end is left to the queue.
/// Needs the production's lock.
public final class RecoverProduction {
    /// Milestones, in the order of the work; the first two come once for each run.
    public static final String OUTCOME_APPENDED = "recovery-outcome-appended";

    public static final String ROW_CLOSED = "recovery-row-closed";
    public static final String ROW_REMOVED = "recovery-row-removed";
    public static final String PAYLOADS_ERASED = "recovery-payloads-erased";
    public static final String MARKED = "recovery-marked";

    private static final int PAGE = 1024;

    private final ProductionStores stores;
    private final Milestone milestone;
    private final Signatory by;
    private final Map<UUID, JobRecord> openRows = new LinkedHashMap<>();
    private final Map<UUID, QueuedJob> queued = new LinkedHashMap<>();
    private final List<Recovered> runs = new ArrayList<>();
    private final List<ValidationStatus> findings = new ArrayList<>();
    private final List<RunEntries> withoutFile = new ArrayList<>();
    private final List<MissingPayload> missingPayloads = new ArrayList<>();

    private RecoverProduction(ProductionStores stores, Milestone milestone, Signatory by) {
        this.stores = stores;
        this.milestone = milestone;
        this.by = by;
    }

    /// Recovers the production; `by` signs what it records. Failures of a store pass through; what
    /// was done until then stays right.
    public static RecoveryReport recover(
            ProductionStores stores, Milestone milestone, Signatory by) {
        return new RecoverProduction(stores, milestone, by).recover();
    }

    private RecoveryReport recover() {
        stores.jobs().unfinished().forEach(row -> openRows.put(row.job(), row));
        stores.queue().jobs().forEach(job -> queued.put(job.job(), job));
        RecoveryMark known = RecoveryMark.read(stores.settings());
        long size = stores.ledger().head().checkpoint().size();
        boolean isShorter = size < known.entries();
        if (isShorter) {
            findings.add(
                    ValidationStatus.finding(
                            "ledger.shorter",
                            "ledger.sqlite",
                            "it has "
                                    + size
                                    + " entries and had "
                                    + known.entries()
                                    + " when it was last opened here: an older copy was put back. No text was erased;"
                                    + " put the newer ledger back if there is one."));
        }
        RecoveryMark mark = isShorter ? RecoveryMark.NONE : known;
        RunScan scan = RunScan.of(stores.ledger(), from(mark), this::closeEnded);
        withoutFile.forEach(run -> closeWithoutFile(run, scan.erasedPictures()));
        for (LedgerEntry intent : List.copyOf(scan.openIntents())) {
            recoverUnfinished(intent, scan);
        }
        List<UUID> removed = removeRowsWithoutIntent();
        reportMissingPayloads(scan);
        findings.addAll(
                ErasePictures.finish(
                        stores.assets(), isShorter ? Set.of() : scan.erasedPictures()));
        List<Long> due = new ArrayList<>(promised(scan));
        List<QueuedJob> dropped =
                queued.values().stream()
                        .filter(job -> job.standing() == QueuedJob.Standing.DROPPED)
                        .toList();
        due.addAll(wordsOf(dropped, scan));
        if (!isShorter) {
            due.addAll(unnamed(scan, mark.payload()));
        }
        if (erase(due, scan)) {
            dropped.forEach(job -> stores.queue().drop(job.job()));
            new RecoveryMark(
                            stores.ledger().head().checkpoint().size(), lastPayload(mark.payload()))
                    .write(stores.settings());
            milestone.reached(MARKED);
        }
        return new RecoveryReport(runs, removed, due, findings);
    }

    /// An open row whose intent lies before the mark should not be; then the reading begins there.
    private long from(RecoveryMark mark) {
        return openRows.values().stream()
                .flatMap(row -> row.intent().stream())
                .reduce(mark.entries(), Math::min);
    }

    /// A run whose file is not there is looked at again when it is known what was deleted.
    private void closeEnded(RunEntries run) {
        NamedPieces named =
                NamedPieces.in(run.intent().assertions(), run.outcome().orElseThrow().assertions());
        if (named.assets().stream().allMatch(this::isLocated)) {
            closeEnded(run, named, Set.of());
        } else {
            withoutFile.add(run);
        }
    }

    private boolean isLocated(ContentHash asset) {
        return stores.assets().locate(asset).isPresent();
    }

    private void closeWithoutFile(RunEntries run, Set<ContentHash> deleted) {
        LedgerEntry outcome = run.outcome().orElseThrow();
        NamedPieces named = NamedPieces.in(run.intent().assertions(), outcome.assertions());
        Set<ContentHash> missing = new LinkedHashSet<>(named.assets());
        missing.removeAll(deleted);
        missing.removeIf(this::isLocated);
        missing.forEach(asset ->
                findings.add(
                        ValidationStatus.finding(
                                "asset.missing",
                                "asset " + asset,
                                "entry "
                                        + outcome.index()
                                        + " names this file and it is not in the assets folder; restore it from a copy of the production")));
        closeEnded(run, named, missing);
    }

    private void closeEnded(RunEntries run, NamedPieces named, Set<ContentHash> missingAssets) {
        LedgerEntry outcome = run.outcome().orElseThrow();
        List<PayloadReference> missing =
                named.payloads().stream().filter(reference -> !isThere(reference)).toList();
        missing.forEach(reference ->
                missingPayloads.add(new MissingPayload(outcome.index(), reference.id())));
        Optional<JobRecord> row = run.intent().job().map(openRows::remove);
        RecoveryAction action =
                new RunPieces(true, missingAssets.isEmpty(), row.isPresent(), missing.isEmpty())
                        .action();
        if (action != RecoveryAction.LEAVE) {
            runs.add(new Recovered(run.intent().index(), action, Optional.empty()));
        }
        row.ifPresent(open -> close(open, ended(outcome)));
    }

    private static JobState.Ended ended(LedgerEntry outcome) {
        return switch (RunEntries.statusOf(outcome.assertions())) {
            case "succeeded" -> new JobState.Done(outcome.index());
            case "cancelled" -> new JobState.Cancelled();
            case "abandoned" -> new JobState.Abandoned();
            default -> new JobState.Failed("entry " + outcome.index() + " says why");
        };
    }

    private void close(JobRecord row, JobState.Ended state) {
        stores.jobs().finish(row.job(), state);
        milestone.reached(ROW_CLOSED);
    }

    private void recoverUnfinished(LedgerEntry intent, RunScan scan) {
        Optional<JobRecord> row = intent.job().map(openRows::remove);
        Optional<JsonObject> draft =
                row.flatMap(JobRecord::resultDraft)
                        .filter(prepared ->
                                RunEntries.intentOf(prepared).equals(Optional.of(intent.index()))
                                        && !RunEntries.statusOf(prepared).isEmpty());
        boolean hasAssets =
                draft.map(prepared ->
                                NamedPieces.in(prepared).assets().stream().allMatch(this::isWhole))
                        .orElse(false);
        boolean hasPayloads =
                NamedPieces.in(intent.assertions(), draft.orElse(JsonObject.EMPTY))
                        .payloads()
                        .stream()
                        .allMatch(this::isThere);
        RecoveryAction action =
                new RunPieces(false, hasAssets, row.isPresent(), hasPayloads).action();
        if (action != RecoveryAction.COMPLETE
                && hasPayloads
                && row.isPresent()
                && queued.containsKey(row.get().job())) {
            leaveToQueue(row.get(), intent);
            return;
        }
        JsonObject assertions =
                action == RecoveryAction.COMPLETE
                        ? RunEntries.recovered(draft.orElseThrow())
                        : abandoned(
                                intent,
                                missing(
                                        row.isPresent(),
                                        draft.isPresent(),
                                        hasAssets,
                                        hasPayloads));
        LedgerEntry outcome =
                stores.ledger()
                        .append(
                                new EntryDraft(
                                        EventType.OUTCOME,
                                        by.in(intent.person().role()),
                                        intent.job(),
                                        assertions));
        milestone.reached(OUTCOME_APPENDED);
        scan.name(assertions);
        runs.add(new Recovered(intent.index(), action, Optional.of(outcome.index())));
        row.ifPresent(open -> close(open, ended(outcome)));
    }

    private void leaveToQueue(JobRecord row, LedgerEntry intent) {
        if (row.intent().isEmpty()) {
            stores.jobs().noteIntent(row.job(), intent.index());
        }
        runs.add(new Recovered(intent.index(), RecoveryAction.LEAVE_TO_QUEUE, Optional.empty()));
    }

    /// A file is only as good as its bytes before an entry is made that vouches for them.
    private boolean isWhole(ContentHash asset) {
        try {
            stores.assets().read(asset);
            return true;
        } catch (AssetMissing | AssetDamaged e) {
            return false;
        }
    }

    private boolean isThere(PayloadReference reference) {
        return switch (stores.payloads().open(reference)) {
            case PayloadContent.Open ignored -> true;
            case PayloadContent.Locked ignored -> true;
            case PayloadContent.Absent ignored -> false;
            case PayloadContent.Damaged ignored -> false;
        };
    }

    private static List<String> missing(
            boolean hasRow, boolean hasDraft, boolean hasAssets, boolean hasPayloads) {
        List<String> missing = new ArrayList<>();
        if (!hasRow) {
            missing.add("row");
        } else if (!hasDraft) {
            missing.add("result");
        } else if (!hasAssets) {
            missing.add("asset");
        }
        if (!hasPayloads) {
            missing.add("payload");
        }
        return missing;
    }

    private static JsonObject abandoned(LedgerEntry intent, List<String> missing) {
        return new JsonBuilder()
                .put(
                        RunEntries.RUN,
                        new JsonBuilder()
                                .put("status", "abandoned")
                                .put("intent", intent.index())
                                .put(
                                        "reason",
                                        "the program ended before the run did; missing: "
                                                + String.join(", ", missing))
                                .build())
                .build();
    }

    /// Rows whose run was cut short before its intent was recorded: nothing had begun.
    private List<UUID> removeRowsWithoutIntent() {
        List<UUID> removed = List.copyOf(openRows.keySet());
        for (UUID job : removed) {
            stores.jobs().remove(job);
            milestone.reached(ROW_REMOVED);
        }
        return removed;
    }

    private void reportMissingPayloads(RunScan scan) {
        for (MissingPayload missing : missingPayloads) {
            if (!scan.erased().contains(missing.payload())) {
                findings.add(
                        ValidationStatus.finding(
                                "payload.missing",
                                "payload " + missing.payload(),
                                "entry "
                                        + missing.entry()
                                        + " names this text and it is not there, or damaged, and no entry says that it was"
                                        + " erased; restore payload.sqlite from a copy of the production"));
            }
        }
    }

    /// Texts that a recorded redaction says are erased, and that are there nevertheless.
    private List<Long> promised(RunScan scan) {
        return scan.erased().stream()
                .sorted()
                .filter(id -> stores.payloads().ids(id - 1, 1).contains(id))
                .toList();
    }

    /// Texts of jobs that were given up before they began.
    private static List<Long> wordsOf(List<QueuedJob> dropped, RunScan scan) {
        return dropped.stream()
                .flatMap(job -> job.payloadIds().stream())
                .filter(id -> !scan.names(id))
                .toList();
    }

    /// Texts committed for an entry that was never appended, and for no job that waits.
    private List<Long> unnamed(RunScan scan, long after) {
        List<Long> unnamed = new ArrayList<>();
        Set<Long> waiting = new HashSet<>();
        queued.values().forEach(job -> waiting.addAll(job.payloadIds()));
        long last = after;
        for (List<Long> page = page(last); !page.isEmpty(); page = page(last)) {
            page.stream()
                    .filter(id -> !scan.names(id) && !waiting.contains(id))
                    .forEach(unnamed::add);
            last = page.getLast();
        }
        return unnamed;
    }

    /// Erases what is due, and once more what was erased since the mark, as the files may still
    /// hold traces of it. Whether all of it is done: someone who reads at this moment can prevent
    /// that, and must not prevent the opening.
    private boolean erase(List<Long> due, RunScan scan) {
        Set<Long> ids = new HashSet<>(due);
        ids.addAll(scan.erased());
        if (ids.isEmpty()) {
            return true;
        }
        try {
            stores.payloads().erase(ids);
            milestone.reached(PAYLOADS_ERASED);
            return true;
        } catch (LedgerFailed e) {
            findings.add(
                    ValidationStatus.finding(
                            "payload.notErased",
                            "payload.sqlite",
                            "an erasure could not be finished and is tried again at the next opening: "
                                    + e.getMessage()));
            return false;
        }
    }

    private List<Long> page(long after) {
        return stores.payloads().ids(after, PAGE);
    }

    private long lastPayload(long after) {
        long last = after;
        for (List<Long> page = page(last); !page.isEmpty(); page = page(last)) {
            last = page.getLast();
        }
        return last;
    }

    private record MissingPayload(long entry, long payload) {}
}
