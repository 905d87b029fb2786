package studio.backlot.ui.art;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.job.JobState;
import studio.backlot.raster.Plate;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;

/// The runs that the artist asks for, from the order to the take. For the window's thread.
public final class RunsViewModel {
    private final ArtRoom room;
    private final RecipeViewModel recipe;
    private final PlaceViewModel place;
    private final TakesViewModel takes;
    private final ReadOnlyObjectWrapper<Optional<Duration>> estimate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Loading>> loading =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<UUID, String> meant = new HashMap<>();
    private final Previews previews = new Previews();

    RunsViewModel(
            ArtRoom room, RecipeViewModel recipe, PlaceViewModel place, TakesViewModel takes) {
        this.room = room;
        this.recipe = recipe;
        this.place = place;
        this.takes = takes;
    }

    /// How long the next plate will take, once this machine has learnt it.
    public ReadOnlyObjectProperty<Optional<Duration>> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /// The small pictures of what is being made.
    Previews previews() {
        return previews;
    }

    /// How much of a pack is in memory, while one is being read.
    ReadOnlyObjectProperty<Optional<Loading>> loading() {
        return loading.getReadOnlyProperty();
    }

    /// So many bytes of the pack that a job needs are read, of all.
    record Loading(UUID job, long bytes, long of) {}

    /// Asks for plates with what stands in the recipe: as many as takes are wanted.
    public void generate() {
        Optional<ModelPack> pack = recipe.pack().get();
        Optional<OpenShow> open = room.session().map(ArtSession::show);
        if (open.isEmpty() || pack.isEmpty() || recipe.prompt().get().isBlank()) {
            return;
        }
        OpenShow show = open.get();
        if (show.queue().isEmpty()) {
            room.say(Message.failure(room.words().get("locked", show.writer().orElse(""))));
            return;
        }
        Optional<Long> kept = recipe.keptSeed();
        long first = kept.orElseGet(() -> show.studio().seeds().getAsLong());
        recipe.seed().set(Long.toUnsignedString(first));
        for (int take = 0; take < recipe.takes().get(); take++) {
            order(
                    show,
                    new PlateOrder(
                            recipe.request(first + take),
                            pack.get(),
                            kept.isEmpty(),
                            UseLabel.IDEA,
                            Optional.empty(),
                            List.of(),
                            show.everyday(Role.ARTIST)));
        }
    }

    /// Asks for plates with another seed than the one that is kept.
    public void generateAnew() {
        recipe.seedKept().set(false);
        generate();
    }

    private void order(OpenShow show, PlateOrder order) {
        Optional<String> path = place.slot().get().map(node -> place.words().get());
        show.desk()
                .ask(
                        () -> show.queue().orElseThrow().add(order),
                        job -> {
                            path.ifPresent(one -> meant.put(job, one));
                            takes.arrange(() -> takes.chooseRun(job));
                        });
    }

    /// On the window's thread: the pack of a run is being read.
    void loading(UUID job, long bytes, long of) {
        loading.set(bytes < of ? Optional.of(new Loading(job, bytes, of)) : Optional.empty());
    }

    /// On the window's thread: a run stands otherwise than before.
    void changed(QueuedPlate plate) {
        loading.get()
                .filter(one -> one.job().equals(plate.id()))
                .ifPresent(done -> loading.set(Optional.empty()));
        boolean isOnCanvas =
                takes.chosen().get().filter(new Take.Coming(plate)::isSame).isPresent();
        boolean isTrouble =
                plate.state() instanceof JobState.Failed
                        || plate.state() instanceof JobState.Blocked;
        if (isTrouble && !isOnCanvas) {
            room.say(Message.failure(plate.reason()));
        }
        if (plate.state() instanceof JobState.Done) {
            previews.forget(plate.id());
            assign(plate);
        } else {
            takes.arrange();
        }
    }

    /// A plate that was asked for in a slot is assigned to it as soon as it is recorded.
    private void assign(QueuedPlate plate) {
        Optional<String> path = Optional.ofNullable(meant.remove(plate.id()));
        if (path.isEmpty() || room.session().isEmpty() || plate.outcome().isEmpty()) {
            takes.chooseNewest();
            return;
        }
        OpenShow show = room.session().get().show();
        room.ask(
                production -> MakeSlot.assign(production, show, plate.outcome().get(), path.get()),
                entry -> takes.chooseNewest());
    }

    /// On the window's thread: a run shows how far it is.
    void previewed(UUID job, Plate picture) {
        previews.put(job, picture);
        takes.arrange();
    }

    /// Stops a run, or what waits; what is recorded stays.
    public void stop(UUID job) {
        withQueue(queue -> queue.stop(job));
    }

    /// Stops whatever runs or waits.
    public void stopAll() {
        takes.list().stream()
                .filter(take -> take instanceof Take.Coming)
                .map(take -> ((Take.Coming) take).job())
                .forEach(this::stop);
    }

    /// Asks once more for what failed, at the size that the pack makes by itself.
    void retryAtOwnSize(UUID job) {
        recipe.frame().set(new FrameChoice.Own(1));
        stop(job);
        generate();
    }

    /// Tries again what failed.
    public void retry(UUID job) {
        withQueue(queue -> queue.retry(job));
    }

    private void withQueue(Consumer<PlateQueue> act) {
        room.look(
                session -> {
                    session.show().queue().ifPresent(act);
                    return Boolean.TRUE;
                },
                done -> takes.arrange());
    }
}
