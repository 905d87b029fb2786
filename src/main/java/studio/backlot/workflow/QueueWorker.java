package studio.backlot.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.Cancelled;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.NotAPack;
import studio.backlot.catalog.PackUnknown;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.Plate;

/// Takes one job of the queue from its row to its end.
final class QueueWorker {
    private final OpenProduction production;
    private final QueueRoom room;
    private final RunContext context;
    private final PlateQueue.Works works;
    private final Estimates estimates;

    QueueWorker(
            OpenProduction production,
            QueueRoom room,
            RunContext context,
            PlateQueue.Works works,
            Estimates estimates) {
        this.production = production;
        this.room = room;
        this.context = context;
        this.works = works;
        this.estimates = estimates;
    }

    /// Hears how the job at work stands.
    interface Events {
        void stands(JobState state, Optional<Duration> left);

        void previews(Plate picture);

        void loads(long bytes, long of);
    }

    /// An order that cannot be carried out for now; the message says why.
    static final class OrderUnusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        OrderUnusable(String message) {
            super(message);
        }
    }

    /// Who watches the coming run of this job.
    QueueRun watch(QueueEntry entry, Events events) {
        var previews =
                new LatentPreviews(
                        room.settings(), entry.order.pack(), context.clock(), events::previews);
        Optional<Estimates.Cost> known = estimates.cost(entry.order.costKey());
        return new QueueRun(
                entry.id,
                room,
                new QueueRun.QueueClock(context.clock(), works.checkpointEvery()),
                previews,
                new QueueRun.Heard() {
                    @Override
                    public void steps(QueueRun.Steps steps) {
                        events.stands(
                                new JobState.Running(steps.step(), steps.of()), left(steps, known));
                    }

                    @Override
                    public void loads(long bytes, long of) {
                        events.loads(bytes, of);
                    }
                });
    }

    private static Optional<Duration> left(QueueRun.Steps steps, Optional<Estimates.Cost> known) {
        double after = known.map(Estimates.Cost::after).orElse(0.0);
        return steps.millisOfAStep()
                .or(() -> known.map(Estimates.Cost::step))
                .map(step -> new Estimates.Cost(0, step, after).of(steps.of() - steps.step()));
    }

    /// Works until the job ends or rests, and returns how it stands then.
    JobState work(QueueEntry entry, QueueRun run) {
        try {
            PlateOrder order = order(entry);
            LedgerEntry outcome =
                    new GeneratePlate(production, context)
                            .run(
                                    new PlateRun(
                                            entry.id,
                                            order,
                                            entry.order.words(),
                                            entry.intent,
                                            run::isSuspended),
                                    works.generators(),
                                    run.watch());
            run.cost().ifPresent(cost -> estimates.learn(entry.order.costKey(), cost));
            entry.outcome = Optional.of(outcome);
            return new JobState.Done(outcome.index());
        } catch (Suspended e) {
            entry.intent = intent(entry.id);
            return entry.isPauseWished ? new JobState.Paused() : entry.waiting();
        } catch (Cancelled e) {
            return new JobState.Cancelled();
        } catch (WordsErased e) {
            abandon(entry);
            return new JobState.Abandoned();
        } catch (OrderUnusable | PackUnknown | NotAPack e) {
            return blocked(entry, e);
        } catch (ActRefused e) {
            return entry.intent.isPresent() ? failed(entry, e) : blocked(entry, e);
        } catch (RuntimeException e) {
            return failed(entry, e);
        }
    }

    /// The order with its words. Throws [WordsErased], [OrderUnusable], [PackUnknown] or
    /// [NotAPack].
    PlateOrder order(QueueEntry entry) {
        Signatory by =
                entry.order
                        .by(production.person())
                        .orElseThrow(() ->
                                new OrderUnusable(
                                        "another person ordered it; it goes on when they open the production"));
        List<String> words = entry.order.words().stream().map(this::text).toList();
        ModelPack pack = works.catalog().resolve(entry.order.pack());
        return entry.order.toOrder(words.get(0), words.get(1), pack, by);
    }

    private String text(PayloadReference reference) {
        return switch (production.payloads().open(reference)) {
            case PayloadContent.Open open -> open.text();
            case PayloadContent.Absent absent -> throw new WordsErased();
            case PayloadContent.Locked locked ->
                    throw new OrderUnusable(
                            "its words are sealed, and their key is not on this machine");
            case PayloadContent.Damaged damaged ->
                    throw new OrderUnusable("its words are damaged: " + damaged.explanation());
        };
    }

    private Optional<LedgerEntry> intent(UUID job) {
        return production.jobs().unfinished().stream()
                .filter(row -> row.job().equals(job))
                .flatMap(row -> row.intent().stream())
                .findFirst()
                .flatMap(production.ledger()::entry);
    }

    /// Where the run had an intent and has no outcome yet, it gets one.
    private void abandon(QueueEntry entry) {
        intent(entry.id)
                .ifPresent(begun ->
                        production.inTurn(() ->
                                new EndRun(production)
                                        .abandon(
                                                begun,
                                                signatory(entry, begun),
                                                "its words were erased")));
        room.jobs().drop(entry.id);
    }

    private JobState blocked(QueueEntry entry, RuntimeException e) {
        room.jobs().stand(entry.id, Standing.BLOCKED);
        return new JobState.Blocked(String.valueOf(e.getMessage()));
    }

    /// Its outcome says so by now, but for a failure of the stores themselves.
    private JobState failed(QueueEntry entry, RuntimeException e) {
        entry.intent = intent(entry.id);
        entry.isRecorded =
                room.jobs().jobs().stream()
                        .filter(job -> job.job().equals(entry.id))
                        .map(QueuedJob::standing)
                        .anyMatch(Standing.FAILED::equals);
        if (!entry.isRecorded && entry.intent.isEmpty()) {
            production.jobs().unfinished().stream()
                    .map(JobRecord::job)
                    .filter(entry.id::equals)
                    .forEach(production.jobs()::remove);
            room.jobs().stand(entry.id, Standing.BLOCKED);
        }
        return new JobState.Failed(String.valueOf(e.getMessage()));
    }

    /// Ends the run of a job that rests.
    void cancel(QueueEntry entry, LedgerEntry intent) {
        production.inTurn(() -> new EndRun(production).cancel(intent, signatory(entry, intent)));
    }

    private Signatory signatory(QueueEntry entry, LedgerEntry intent) {
        return entry.order
                .by(production.person())
                .orElseGet(() ->
                        Signatory.of(
                                production.person().person().name(),
                                intent.person().role(),
                                production.person().everyday()));
    }
}
