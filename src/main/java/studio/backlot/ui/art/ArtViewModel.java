package studio.backlot.ui.art;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackKind;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.job.JobState;
import studio.backlot.raster.Plate;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.QueuedPlate;
import studio.backlot.workflow.UsedSettings;

/// What the artist's room shows and does: the recipe, the takes of the shot, the one on the canvas.
/// For the window's thread.
public final class ArtViewModel {
    private static final int PAGE = 200;

    private final ShellViewModel shell;
    private final Words words;
    private final RecipeViewModel recipe = new RecipeViewModel();
    private final ObservableList<Take> takes = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Take>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Plate>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShowNode>> slot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Duration>> estimate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final Map<UUID, String> meant = new HashMap<>();
    private final Previews previews = new Previews();
    private List<AssetCard> made = List.of();
    private Optional<ArtSession> session = Optional.empty();

    public ArtViewModel(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
        place.set(words.get("shot.none"));
        chosen.addListener((property, before, now) -> load(now));
    }

    /// What the next plates are made with.
    public RecipeViewModel recipe() {
        return recipe;
    }

    /// The takes of the shot, the coming ones first, then the newest.
    public ObservableList<Take> takes() {
        return takes;
    }

    /// The take on the canvas.
    public ObjectProperty<Optional<Take>> chosen() {
        return chosen;
    }

    /// The pixels on the canvas, once they are read.
    public ReadOnlyObjectProperty<Optional<Plate>> picture() {
        return picture.getReadOnlyProperty();
    }

    /// The slot of the show that is worked on.
    public ReadOnlyObjectProperty<Optional<ShowNode>> slot() {
        return slot.getReadOnlyProperty();
    }

    /// How long the next plate will take, once this machine has learnt it.
    public ReadOnlyObjectProperty<Optional<Duration>> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /// The small pictures of what is being made.
    Previews previews() {
        return previews;
    }

    /// Works in another show.
    void open(OpenShow show) {
        var opened =
                new ArtSession(show, new BrowseAssets(show.production(), show.actor().person()));
        session = Optional.of(opened);
        show.ask(
                production -> show.studio().catalog().packs(PackKind.DIFFUSION),
                packs -> {
                    recipe.packs().setAll(packs);
                    recipe.pack().set(packs.stream().findFirst());
                });
        show.queue().ifPresent(queue -> opened.listen(queue, this::changed, this::previewed));
        show.feed().listen(size -> reload());
        reload();
    }

    void close() {
        session.ifPresent(ArtSession::close);
        session = Optional.empty();
        made = List.of();
        takes.clear();
        chosen.set(Optional.empty());
        slot.set(Optional.empty());
        previews.clear();
    }

    /// Whoever opens a show only to read it has no lists of it; Review says so.
    private void reload() {
        session.filter(one -> !one.show().isReadOnly())
                .ifPresent(one ->
                        one.show()
                                .desk()
                                .ask(
                                        () -> one.takes(slot.get().map(ShowNode::id), PAGE),
                                        cards -> {
                                            made = cards;
                                            arrange();
                                        }));
    }

    /// Puts the strip in order and keeps the same take on the canvas.
    private void arrange() {
        List<Take> all = new ArrayList<>();
        session.flatMap(one -> one.show().queue())
                .ifPresent(queue ->
                        queue.plates().stream()
                                .filter(plate -> !(plate.state() instanceof JobState.Done))
                                .filter(plate -> !(plate.state() instanceof JobState.Cancelled))
                                .map(Take.Coming::new)
                                .forEach(all::add));
        made.stream().map(Take.Made::new).forEach(all::add);
        takes.setAll(all);
        if (chosen.get().isEmpty() || isGone(chosen.get().orElseThrow(), all)) {
            chosen.set(all.stream().filter(take -> take instanceof Take.Made).findFirst());
        }
    }

    private static boolean isGone(Take take, List<Take> all) {
        return switch (take) {
            case Take.Made one -> all.stream().noneMatch(other -> other.file().equals(one.file()));
            case Take.Coming one ->
                    all.stream()
                            .noneMatch(other ->
                                    other instanceof Take.Coming coming
                                            && coming.job().equals(one.job()));
        };
    }

    /// On the window's thread: a run stands otherwise than before.
    private void changed(QueuedPlate plate) {
        if (plate.state() instanceof JobState.Failed || plate.state() instanceof JobState.Blocked) {
            shell.say(Message.failure(plate.reason()));
        }
        if (plate.state() instanceof JobState.Done) {
            previews.forget(plate.id());
            chosen.set(Optional.empty());
            assign(plate);
        } else {
            arrange();
        }
    }

    /// A plate that was asked for in a slot is assigned to it as soon as it is recorded.
    private void assign(QueuedPlate plate) {
        Optional<String> path = Optional.ofNullable(meant.remove(plate.id()));
        if (path.isEmpty() || session.isEmpty() || plate.outcome().isEmpty()) {
            reload();
            return;
        }
        OpenShow show = session.get().show();
        show.ask(
                production -> MakeSlot.assign(production, show, plate.outcome().get(), path.get()),
                entry -> reload());
    }

    private void previewed(UUID job, Plate picture) {
        previews.put(job, picture);
        arrange();
    }

    private void load(Optional<Take> now) {
        Optional<OpenShow> show = session.map(ArtSession::show);
        if (now.isEmpty() || show.isEmpty()) {
            picture.set(Optional.empty());
            return;
        }
        if (now.get() instanceof Take.Made take) {
            shell.io()
                    .ask(
                            () -> ArtSession.plate(show.get().production(), take.asset()),
                            plate -> {
                                if (chosen.get().equals(now)) {
                                    picture.set(Optional.of(plate));
                                }
                            });
        } else {
            picture.set(
                    now.filter(take -> take instanceof Take.Coming)
                            .map(Take.Coming.class::cast)
                            .flatMap(coming -> previews.of(coming.job())));
        }
    }

    /// Asks for plates with what stands in the recipe: as many as takes are wanted.
    public void generate() {
        Optional<ModelPack> pack = recipe.pack().get();
        if (session.isEmpty() || pack.isEmpty() || recipe.prompt().get().isBlank()) {
            return;
        }
        OpenShow show = session.get().show();
        if (show.queue().isEmpty()) {
            shell.say(Message.failure(words.get("locked", show.writer().orElse(""))));
            return;
        }
        Optional<Long> kept = recipe.keptSeed();
        long first = kept.orElseGet(() -> show.studio().seeds().getAsLong());
        recipe.seed().set(Long.toUnsignedString(first));
        for (int take = 0; take < recipe.takes().get(); take++) {
            var order =
                    new PlateOrder(
                            recipe.request(first + take),
                            pack.get(),
                            kept.isEmpty(),
                            UseLabel.IDEA,
                            Optional.empty(),
                            List.of(),
                            show.everyday(Role.ARTIST));
            boolean isPlaced = slot.get().isPresent();
            show.desk()
                    .ask(
                            () -> show.queue().orElseThrow().add(order),
                            job -> {
                                if (isPlaced) {
                                    meant.put(job, place.get());
                                }
                                arrange();
                            });
        }
    }

    /// Stops a run, or what waits; what is recorded stays.
    public void stop(UUID job) {
        withQueue(queue -> queue.stop(job));
    }

    /// Stops whatever runs or waits.
    public void stopAll() {
        takes.stream()
                .filter(take -> take instanceof Take.Coming)
                .map(take -> ((Take.Coming) take).job())
                .forEach(this::stop);
    }

    /// Tries again what failed.
    public void retry(UUID job) {
        withQueue(queue -> queue.retry(job));
    }

    private void withQueue(Consumer<studio.backlot.workflow.PlateQueue> act) {
        session.ifPresent(one ->
                one.show()
                        .queue()
                        .ifPresent(queue ->
                                one.show()
                                        .desk()
                                        .ask(
                                                () -> {
                                                    act.accept(queue);
                                                    return Boolean.TRUE;
                                                },
                                                done -> arrange())));
    }

    /// Stars a take, or takes the star away.
    public void star(Take.Made take) {
        AssetCard.Marks marks = take.card().marks();
        mark(take, new AssetCard.Marks(!marks.isStarred(), marks.isHidden()));
    }

    /// Hides a take from the strip; *Undo* brings it back.
    public void hide(Take.Made take) {
        AssetCard.Marks marks = take.card().marks();
        mark(take, new AssetCard.Marks(marks.isStarred(), true));
        shell.say(Message.of(words.get("hidden"), words.get("undo"), () -> mark(take, marks)));
    }

    private void mark(Take.Made take, AssetCard.Marks marks) {
        session.ifPresent(one ->
                one.show()
                        .desk()
                        .ask(
                                () -> {
                                    one.browse().mark(take.asset(), marks);
                                    return Boolean.TRUE;
                                },
                                done -> reload()));
    }

    /// The next or the one before in the strip.
    public void step(int by) {
        int now = chosen.get().map(takes::indexOf).orElse(-1);
        int next = Math.clamp(now + by, 0, Math.max(0, takes.size() - 1));
        if (!takes.isEmpty()) {
            chosen.set(Optional.of(takes.get(next)));
        }
    }

    /// The show that is worked in, with its gallery.
    Optional<ArtSession> session() {
        return session;
    }

    /// Asks for all slots of the show, in the order of their paths.
    void slots(Consumer<List<SlotChoice>> then) {
        session.ifPresent(one ->
                one.show()
                        .ask(
                                production -> {
                                    ShowTree tree = production.register().showTree();
                                    return tree.all().stream()
                                            .filter(node -> node.kind() == NodeKind.SLOT)
                                            .map(node ->
                                                    new SlotChoice(node, tree.words(node.id())))
                                            .sorted(Comparator.comparing(SlotChoice::path))
                                            .toList();
                                },
                                then));
    }

    /// Works on a slot of the show.
    void work(SlotChoice choice) {
        place.set(choice.path());
        enter(Optional.of(choice.node()));
    }

    /// Works without a shot: what is made is assigned later.
    void workWithoutSlot() {
        place.set(words.get("shot.none"));
        enter(Optional.empty());
    }

    private void enter(Optional<ShowNode> node) {
        slot.set(node);
        chosen.set(Optional.empty());
        reload();
    }

    /// Adds a slot with the episode, sequence and shot above it that are not there yet, and works
    /// on it. The path is as in `101/020/0120/sky`.
    void makeSlot(String path) {
        session.ifPresent(one ->
                one.show()
                        .ask(
                                production -> MakeSlot.at(production, one.show(), path),
                                node -> work(new SlotChoice(node, path))));
    }

    /// The slot that is worked on, in words.
    ReadOnlyStringProperty place() {
        return place.getReadOnlyProperty();
    }

    /// Brings the words and numbers of a recorded plate back into the recipe.
    public void useAgain(Take.Made take) {
        session.ifPresent(one ->
                one.show()
                        .ask(
                                production ->
                                        UsedSettings.of(
                                                production,
                                                take.asset(),
                                                one.show().everyday(Role.ARTIST).maker()),
                                recipe::take));
    }
}
