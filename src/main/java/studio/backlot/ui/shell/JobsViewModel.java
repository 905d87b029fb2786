package studio.backlot.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.job.JobState;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;

/// The runs of the open show: the one at work, and those that wait or ended without a result. For
/// the window's thread.
public final class JobsViewModel {
    private final ShellViewModel shell;
    private final ObservableList<QueuedPlate> jobs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<QueuedPlate>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AutoCloseable> listening = Optional.empty();

    public JobsViewModel(ShellViewModel shell) {
        this.shell = shell;
        shell.whenOpened(this::open);
        shell.whenClosed(this::close);
    }

    /// All that is not done, in the order in which they run.
    ObservableList<QueuedPlate> jobs() {
        return jobs;
    }

    /// The one at work.
    ReadOnlyObjectProperty<Optional<QueuedPlate>> running() {
        return running.getReadOnlyProperty();
    }

    private void open(OpenShow show) {
        show.queue()
                .ifPresent(queue -> {
                    listening = Optional.of(queue.listen(new Ear(show, queue)));
                    refresh(queue);
                });
    }

    private void close() {
        listening.ifPresent(ear -> {
            try {
                ear.close();
            } catch (Exception e) {
                throw new IllegalStateException("the queue did not let go", e);
            }
        });
        listening = Optional.empty();
        jobs.clear();
        running.set(Optional.empty());
        shell.lamp().set(new LampState.Off());
    }

    private void refresh(PlateQueue queue) {
        List<QueuedPlate> all =
                queue.plates().stream()
                        .filter(plate -> !(plate.state() instanceof JobState.Done))
                        .filter(plate -> !(plate.state() instanceof JobState.Cancelled))
                        .toList();
        jobs.setAll(all);
        running.set(
                all.stream().filter(one -> one.state() instanceof JobState.Running).findFirst());
        shell.lamp().set(running.get().isPresent() ? new LampState.Here() : new LampState.Off());
    }

    /// Stops a job.
    void stop(UUID job) {
        act(queue -> queue.stop(job));
    }

    /// Pauses a job at its next checkpoint, or goes on with it.
    void pauseOrResume(QueuedPlate plate) {
        boolean isPaused = plate.state() instanceof JobState.Paused;
        act(queue -> {
            if (isPaused) {
                queue.resume(plate.id());
            } else {
                queue.pause(plate.id());
            }
        });
    }

    /// Tries again what failed.
    void retry(UUID job) {
        act(queue -> queue.retry(job));
    }

    /// Moves a job to another place in the order, counted from 0.
    void move(UUID job, int place) {
        act(queue -> queue.move(job, place));
    }

    private void act(Consumer<PlateQueue> deed) {
        shell.show()
                .get()
                .ifPresent(show ->
                        show.queue()
                                .ifPresent(queue ->
                                        show.desk()
                                                .ask(
                                                        () -> {
                                                            deed.accept(queue);
                                                            return queue;
                                                        },
                                                        this::refresh)));
    }

    /// Hears of the runs and brings the news to the window's thread, the newest of each alone.
    private final class Ear implements PlateQueue.Listener {
        private final OpenShow show;
        private final PlateQueue queue;
        private final FxThread fx;

        Ear(OpenShow show, PlateQueue queue) {
            this.show = show;
            this.queue = queue;
            this.fx = show.desk().fx();
        }

        @Override
        public void changed(QueuedPlate plate) {
            fx.latest(this, () -> refresh(queue));
        }

        @Override
        public void done(UUID job, LedgerEntry outcome) {
            show.feed().sized(outcome.index() + 1);
        }
    }
}
