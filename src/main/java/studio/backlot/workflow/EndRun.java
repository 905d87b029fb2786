package studio.backlot.workflow;

import java.util.List;
import java.util.function.Function;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.Signatory;

/// Ends a run: appends its one outcome, then closes its row.
final class EndRun {
    /// The label that says what a run was for.
    static final String USE = "use";

    private final OpenProduction production;

    EndRun(OpenProduction production) {
        this.production = production;
    }

    /// A person stopped it.
    LedgerEntry cancel(LedgerEntry intent, Signatory by) {
        return end(intent, by, saying("cancelled", intent).build(), new JobState.Cancelled());
    }

    /// It can never be finished; `why` quotes nobody.
    LedgerEntry abandon(LedgerEntry intent, Signatory by, String why) {
        JsonObject run = saying("abandoned", intent).put("reason", why).build();
        return end(intent, by, run, new JobState.Abandoned());
    }

    /// It could not be done. An error text may quote a person's words or file names, so it is a
    /// payload.
    LedgerEntry fail(LedgerEntry intent, Signatory by, RuntimeException failure) {
        String words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        JsonObject reason =
                production
                        .payloads()
                        .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, words)))
                        .getFirst()
                        .toJson();
        JsonObject run = saying("failed", intent).put("reason", reason).build();
        return end(intent, by, run, new JobState.Failed(String.valueOf(failure.getMessage())));
    }

    private LedgerEntry end(
            LedgerEntry intent, Signatory by, JsonObject run, JobState.Ended state) {
        var assertions = new JsonBuilder().put(RunEntries.RUN, run);
        intent.assertions().object(USE).ifPresent(use -> assertions.put(USE, use));
        return end(intent, by, assertions.build(), entry -> state);
    }

    /// Ends it with these assertions.
    LedgerEntry end(
            LedgerEntry intent,
            Signatory by,
            JsonObject assertions,
            Function<LedgerEntry, JobState.Ended> state) {
        LedgerEntry outcome =
                production
                        .ledger()
                        .append(new EntryDraft(EventType.OUTCOME, by, intent.job(), assertions));
        intent.job().ifPresent(job -> production.jobs().finish(job, state.apply(outcome)));
        return outcome;
    }

    /// The beginning of what label `run` of an outcome says.
    static JsonBuilder saying(String status, LedgerEntry intent) {
        return new JsonBuilder().put("status", status).put("intent", intent.index());
    }

    /// What label [#USE] says.
    static JsonObject use(PlateOrder order) {
        return new JsonBuilder().put("label", order.use().wireName()).build();
    }
}
