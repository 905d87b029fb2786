package studio.backlot.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.job.JobState;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.raster.Plate;

/// The plates that wait to be made in one production, and the one at work: kept in the workspace,
/// so that a crash loses no order and no more work than since the last checkpoint.
///
/// One for each production that is open for writing. Its methods may be called from any thread but
/// one that must not wait for a disk, and none inside [OpenProduction#inTurn], which a run needs.
/// Models run on the executor's thread, one job after another.
public final class PlateQueue implements AutoCloseable {
    private final OpenProduction production;
    private final QueueRoom room;
    private final Works works;
    private final QueueWorker worker;
    private final Estimates estimates;
    private final QueuedPlates describe;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<QueueEntry> entries = new ArrayList<>();
    private final RunContext context;
    private boolean isClosing;
    private boolean isAtWork;

    private PlateQueue(OpenProduction production, RunContext context, Works works) {
        this.production = production;
        this.context = context;
        this.works = works;
        room =
                new QueueRoom(
                        production
                                .queue()
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "the production is open for reading only")),
                        production.settings());
        estimates = new Estimates(room.settings());
        describe = new QueuedPlates(production.payloads(), estimates);
        worker = new QueueWorker(production, room, context, works, estimates);
    }

    /// What the queue works with. Closing the queue closes `generators`; `inference` is left as it
    /// is and runs one task at a time. A checkpoint is kept at the first end of a step after
    /// `checkpointEvery`.
    public record Works(
            ModelCatalog catalog,
            GeneratorSource generators,
            Executor inference,
            Duration checkpointEvery) {
        private static final Duration OFTEN = Duration.ofSeconds(1);

        /// With a checkpoint each second.
        public Works(ModelCatalog catalog, GeneratorSource generators, Executor inference) {
            this(catalog, generators, inference, OFTEN);
        }
    }

    /// Hears what happens, on the thread on which it does: mostly the inference thread. MUST return
    /// at once and call nothing of the queue but [PlateQueue#plates].
    public interface Listener {
        /// A job is new, stands otherwise, or has come a step further.
        default void changed(QueuedPlate plate) {}

        /// Its pack is being read into memory: so many bytes of all are there.
        default void loading(UUID job, long bytes, long of) {}

        /// A small picture of what it is becoming: for showing, never for keeping.
        default void preview(UUID job, Plate picture) {}

        /// It succeeded; `outcome` is recorded.
        default void done(UUID job, LedgerEntry outcome) {}
    }

    /// Takes up the jobs that an earlier session left and goes on with the first one.
    public static PlateQueue open(OpenProduction production, RunContext context, Works works) {
        var queue = new PlateQueue(production, context, works);
        queue.entries.addAll(QueueRows.load(production, queue.room));
        queue.schedule();
        return queue;
    }

    /// Adds an order at the end and returns when it is durable. Throws [IllegalArgumentException]
    /// for one that cannot wait: unsigned, with a scheduler's own settings, or for a pack that is
    /// not installed.
    public UUID add(PlateOrder order) {
        QueuedOrder.requireKeepable(order);
        if (!works.catalog().resolve(order.pack().id()).folder().equals(order.pack().folder())) {
            throw new IllegalArgumentException(
                    "the pack "
                            + order.pack().id()
                            + " is not the installed one of that name: install it to queue plates for it");
        }
        List<PayloadReference> words = production.payloads().putAll(GeneratePlate.wordsOf(order));
        var kept = QueuedOrder.of(order, words);
        var entry =
                new QueueEntry(
                        context.ids().get(),
                        context.clock().instant(),
                        kept,
                        new JobState.Queued(),
                        Optional.empty());
        room.jobs()
                .add(
                        new QueuedJob(
                                entry.id,
                                entry.created,
                                Standing.WAITING,
                                kept.json(),
                                words.stream().map(PayloadReference::id).toList()));
        synchronized (this) {
            entries.add(entry);
        }
        changed(entry);
        schedule();
        return entry.id;
    }

    /// Stops a job for good, now or before it begins; the words of one that never began are erased
    /// at the next opening. One that has ended is taken from the list.
    public void stop(UUID job) {
        find(job)
                .ifPresent(entry -> {
                    Optional<QueueRun> run;
                    boolean wasEnded;
                    synchronized (this) {
                        run = entry.run;
                        wasEnded = entry.isEnded();
                        if (wasEnded) {
                            entries.remove(entry);
                        } else if (run.isEmpty()) {
                            entry.state = new JobState.Cancelled();
                        }
                    }
                    run.ifPresent(QueueRun::stop);
                    if (run.isEmpty()) {
                        forget(entry, wasEnded);
                        changed(entry);
                    }
                });
    }

    private void forget(QueueEntry entry, boolean wasEnded) {
        if (wasEnded) {
            room.jobs().drop(entry.id);
        } else if (entry.intent.isPresent()) {
            worker.cancel(entry, entry.intent.get());
        } else {
            room.jobs().stand(entry.id, Standing.DROPPED);
        }
    }

    /// Lets a job rest: one at work at the end of its step.
    public void pause(UUID job) {
        find(job)
                .ifPresent(entry -> {
                    Optional<QueueRun> run;
                    synchronized (this) {
                        run = entry.run;
                        if (run.isEmpty() && !entry.isWaiting()) {
                            return;
                        }
                        if (run.isEmpty()) {
                            entry.state = new JobState.Paused();
                        }
                        entry.isPauseWished = true;
                    }
                    room.jobs().stand(job, Standing.PAUSED);
                    run.ifPresentOrElse(QueueRun::rest, () -> changed(entry));
                });
    }

    /// Lets a job that rests wait for its turn again.
    public void resume(UUID job) {
        find(job)
                .filter(entry -> entry.state instanceof JobState.Paused)
                .ifPresent(this::waitAgain);
    }

    private void waitAgain(QueueEntry entry) {
        room.jobs().stand(entry.id, Standing.WAITING);
        synchronized (this) {
            entry.isPauseWished = false;
            entry.state = entry.waiting();
        }
        changed(entry);
        schedule();
    }

    /// Tries a job again that was blocked, failed or was cancelled. One whose run was recorded gets
    /// a new run, and so a new number, in its place at the end: one intent has one outcome. Returns
    /// the number under which it waits; the same where there is nothing to try.
    public UUID retry(UUID job) {
        Optional<QueueEntry> found = find(job);
        if (found.isEmpty()) {
            return job;
        }
        QueueEntry entry = found.get();
        boolean isUnrecorded =
                entry.state instanceof JobState.Blocked
                        || (entry.state instanceof JobState.Failed && !entry.isRecorded);
        if (isUnrecorded) {
            waitAgain(entry);
            return job;
        }
        if (!(entry.state instanceof JobState.Failed
                || entry.state instanceof JobState.Cancelled)) {
            return job;
        }
        UUID again = add(worker.order(entry));
        stop(job);
        return again;
    }

    /// Moves a job to this place among [#plates], counted from 0; beyond the end means the end.
    public void move(UUID job, int place) {
        find(job)
                .ifPresent(entry -> {
                    List<UUID> order;
                    synchronized (this) {
                        entries.remove(entry);
                        entries.add(Math.clamp(place, 0, entries.size()), entry);
                        order = entries.stream().map(one -> one.id).toList();
                    }
                    room.jobs().arrange(order);
                    changed(entry);
                });
    }

    /// All jobs in their order, those that ended in this session included.
    public List<QueuedPlate> plates() {
        List<QueueEntry> all;
        synchronized (this) {
            all = List.copyOf(entries);
        }
        return all.stream().map(this::plate).toList();
    }

    /// How long a new run of this order would take; empty until a plate of that pack and size was
    /// made on this machine.
    public Optional<Duration> estimate(PlateOrder order) {
        return estimates
                .cost(QueuedOrder.costKey(order))
                .map(cost -> cost.of(order.request().inferenceSteps()));
    }

    /// Calls the listener from now on, until the answer is closed.
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private synchronized Optional<QueueEntry> find(UUID job) {
        return entries.stream().filter(entry -> entry.id.equals(job)).findFirst();
    }

    private void schedule() {
        synchronized (this) {
            if (isClosing) {
                return;
            }
        }
        works.inference().execute(this::workOnce);
    }

    /// One job, then a new task, so that others may use the thread between two plates.
    private void workOnce() {
        QueueEntry next;
        QueueRun run;
        synchronized (this) {
            Optional<QueueEntry> first = entries.stream().filter(QueueEntry::isWaiting).findFirst();
            if (isClosing || isAtWork || first.isEmpty()) {
                return;
            }
            next = first.get();
            run = worker.watch(next, events(next));
            isAtWork = true;
            next.state = new JobState.Running(next.step, next.order.steps());
            next.run = Optional.of(run);
        }
        changed(next);
        JobState end = new JobState.Failed("the program could not go on with it");
        try {
            end = worker.work(next, run);
        } finally {
            synchronized (this) {
                next.state = end;
                next.run = Optional.empty();
                isAtWork = false;
                notifyAll();
            }
        }
        changed(next);
        next.outcome.ifPresent(entry -> tell(listener -> listener.done(next.id, entry)));
        schedule();
    }

    private QueueWorker.Events events(QueueEntry entry) {
        return new QueueWorker.Events() {
            @Override
            public void stands(JobState state, Optional<Duration> left) {
                set(entry, state, left);
                changed(entry);
            }

            @Override
            public void previews(Plate picture) {
                tell(listener -> listener.preview(entry.id, picture));
            }

            @Override
            public void loads(long bytes, long of) {
                tell(listener -> listener.loading(entry.id, bytes, of));
            }
        };
    }

    private synchronized void set(QueueEntry entry, JobState state, Optional<Duration> left) {
        entry.state = state;
        entry.left = left;
        if (state instanceof JobState.Running running) {
            entry.step = running.step();
        }
    }

    private void changed(QueueEntry entry) {
        if (!listeners.isEmpty()) {
            QueuedPlate plate = plate(entry);
            tell(listener -> listener.changed(plate));
        }
    }

    /// A listener that fails is told of where its thread tells of failures, and ends no run.
    private void tell(Consumer<Listener> event) {
        for (Listener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, e);
            }
        }
    }

    private QueuedPlate plate(QueueEntry entry) {
        QueueEntry.Standing now;
        synchronized (this) {
            now = entry.standing();
        }
        return describe.of(entry, now);
    }

    /// Lets the job at work rest at the end of its step and waits for that, then frees the models.
    /// What waits is kept.
    @Override
    public void close() {
        Optional<QueueRun> run;
        boolean isInterrupted = false;
        synchronized (this) {
            isClosing = true;
            run = entries.stream().flatMap(entry -> entry.run.stream()).findFirst();
        }
        run.ifPresent(QueueRun::rest);
        synchronized (this) {
            while (isAtWork) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        }
        listeners.clear();
        works.generators().close();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
