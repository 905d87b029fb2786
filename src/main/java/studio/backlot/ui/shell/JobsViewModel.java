package studio.backlot.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.job.JobState;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.Plate;
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
    private final Map<UUID, Plate> pictures = new HashMap<>();
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
                    refresh(show, queue);
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
        pictures.clear();
        running.set(Optional.empty());
        shell.lamp().set(new LampState.Off());
    }

    /// What waits is read beside the window's thread: its words lie in a store.
    private void refresh(OpenShow show, PlateQueue queue) {
        show.desk()
                .ask(
                        queue::plates,
                        plates -> {
                            if (shell.show().get().filter(show::equals).isPresent()) {
                                stand(plates);
                            }
                        });
    }

    private void stand(List<QueuedPlate> plates) {
        List<QueuedPlate> all =
                plates.stream()
                        .filter(plate -> !(plate.state() instanceof JobState.Done))
                        .filter(plate -> !(plate.state() instanceof JobState.Cancelled))
                        .toList();
        running.set(
                all.stream().filter(one -> one.state() instanceof JobState.Running).findFirst());
        show(all);
        shell.lamp().set(running.get().isPresent() ? new LampState.Here() : new LampState.Off());
    }

    /// Only what changed is replaced, so that a click is not lost while a run goes on.
    private void show(List<QueuedPlate> all) {
        if (ids(all).equals(ids(jobs))) {
            for (int place = 0; place < all.size(); place++) {
                if (!all.get(place).equals(jobs.get(place))) {
                    jobs.set(place, all.get(place));
                }
            }
        } else {
            jobs.setAll(all);
            pictures.keySet().retainAll(ids(all));
        }
    }

    private static List<UUID> ids(List<QueuedPlate> plates) {
        return plates.stream().map(QueuedPlate::id).toList();
    }

    /// What a job's plate looks like so far, small.
    Optional<Plate> picture(UUID job) {
        return Optional.ofNullable(pictures.get(job));
    }

    private void previewed(UUID job, Plate plate) {
        for (int place = 0; place < jobs.size(); place++) {
            QueuedPlate one = jobs.get(place);
            if (one.id().equals(job)) {
                pictures.put(job, plate);
                jobs.set(place, one);
            }
        }
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

    /// Moves a job among those that are not done by so many places; what ended stays where it is.
    void move(UUID job, int by) {
        List<UUID> shown = ids(jobs);
        int place = shown.indexOf(job) + by;
        if (place >= 0 && place < shown.size()) {
            UUID neighbour = shown.get(place);
            act(queue -> {
                List<UUID> whole = ids(queue.plates());
                queue.move(job, whole.indexOf(neighbour));
            });
        }
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
                                                        done -> refresh(show, queue))));
    }

    /// The picture of a job, as a subject of news.
    private record Shown(UUID job) {}

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
            fx.latest(this, () -> refresh(show, queue));
        }

        @Override
        public void preview(UUID job, Plate picture) {
            fx.latest(new Shown(job), () -> previewed(job, picture));
        }

        @Override
        public void done(UUID job, LedgerEntry outcome) {
            show.feed().sized(outcome.index() + 1);
        }
    }
}
