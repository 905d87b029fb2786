package studio.backlot.ui.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.base.ContentHash;
import studio.backlot.job.JobState;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.ui.shell.Message;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;

/// The takes of the shot, the one that is chosen among them, and their marks. For the window's
/// thread.
public final class TakesViewModel {
    private static final int PAGE = 200;

    private final ArtRoom room;
    private final Supplier<Optional<UUID>> slot;
    private final ObservableList<Take> list = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Take>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty hiddenToo = new SimpleBooleanProperty();
    private List<Take.Made> made = List.of();
    private Optional<ContentHash> awaited = Optional.empty();

    /// `slot` is the place whose takes are shown.
    TakesViewModel(ArtRoom room, Supplier<Optional<UUID>> slot) {
        this.room = room;
        this.slot = slot;
        hiddenToo.addListener((property, before, now) -> reload());
    }

    /// The takes of the shot, the coming ones first, then the newest.
    public ObservableList<Take> list() {
        return list;
    }

    /// The take on the canvas.
    public ObjectProperty<Optional<Take>> chosen() {
        return chosen;
    }

    /// Whether hidden takes stand in the strip as well.
    BooleanProperty hiddenToo() {
        return hiddenToo;
    }

    /// The take on the canvas, where it is recorded.
    Optional<Take.Made> made() {
        return chosen.get().flatMap(Take::recorded);
    }

    void reload() {
        Hidden which = hiddenToo.get() ? Hidden.INCLUDED : Hidden.LEFT_OUT;
        room.session()
                .ifPresent(one ->
                        room.look(
                                session -> session.takes(slot.get(), which, PAGE),
                                cards -> {
                                    made = cards;
                                    arrange();
                                }));
    }

    /// Puts the strip in order and keeps the same take on the canvas.
    void arrange() {
        arrange(() -> {});
    }

    /// As [#arrange()]; `then` comes when it is done.
    void arrange(Runnable then) {
        room.look(
                one -> one.show().queue().map(PlateQueue::plates).orElse(List.of()),
                plates -> {
                    arrange(plates);
                    then.run();
                });
    }

    private void arrange(List<QueuedPlate> plates) {
        List<Take> all = new ArrayList<>();
        plates.stream()
                .filter(plate -> !(plate.state() instanceof JobState.Done))
                .filter(plate -> !(plate.state() instanceof JobState.Cancelled))
                .map(Take.Coming::new)
                .forEach(all::add);
        all.addAll(made);
        list.setAll(all);
        chooseAwaited();
        if (chosen.get().isEmpty()) {
            chosen.set(all.stream().filter(take -> take.recorded().isPresent()).findFirst());
        } else {
            Take now = chosen.get().orElseThrow();
            chosen.set(
                    all.stream()
                            .filter(now::isSame)
                            .findFirst()
                            .or(() ->
                                    all.stream()
                                            .filter(take -> take.recorded().isPresent())
                                            .findFirst()));
        }
    }

    /// Chooses a take that is to be in the list that is read next, hidden or not.
    void chooseWhenRead(AssetCard card) {
        awaited = Optional.of(card.asset());
        if (card.marks().isHidden()) {
            hiddenToo.set(true);
        }
    }

    private void chooseAwaited() {
        awaited.flatMap(asset ->
                        made.stream().filter(take -> take.asset().equals(asset)).findFirst())
                .ifPresent(take -> {
                    awaited = Optional.empty();
                    chosen.set(Optional.of(take));
                });
    }

    /// Chooses the newest take, once the list is read again.
    void chooseNewest() {
        chosen.set(Optional.empty());
        reload();
    }

    /// Puts a run on the canvas that was just asked for, unless one is there already.
    void chooseRun(UUID job) {
        if (chosen.get().filter(take -> take instanceof Take.Coming).isEmpty()) {
            list.stream()
                    .filter(take -> take instanceof Take.Coming one && one.job().equals(job))
                    .findFirst()
                    .ifPresent(take -> chosen.set(Optional.of(take)));
        }
    }

    /// Forgets the show.
    void clear() {
        made = List.of();
        list.clear();
        chosen.set(Optional.empty());
    }

    /// The next or the one before in the strip.
    public void step(int by) {
        int now = chosen.get().map(list::indexOf).orElse(-1);
        int next = Math.clamp(now + by, 0, Math.max(0, list.size() - 1));
        if (!list.isEmpty()) {
            chosen.set(Optional.of(list.get(next)));
        }
    }

    /// Stars a take, or takes the star away.
    public void star(Take.Made take) {
        AssetCard.Marks marks = take.card().marks();
        mark(take, new AssetCard.Marks(!marks.isStarred(), marks.isHidden()));
    }

    /// Hides a take from the strip; *Undo* brings it back. A hidden one is shown again.
    public void hide(Take.Made take) {
        AssetCard.Marks marks = take.card().marks();
        mark(take, new AssetCard.Marks(marks.isStarred(), !marks.isHidden()));
        if (marks.isHidden()) {
            return;
        }
        room.say(
                Message.of(
                        room.words().get("hidden"),
                        room.words().get("undo"),
                        () -> mark(take, marks)));
    }

    private void mark(Take.Made take, AssetCard.Marks marks) {
        room.look(
                session -> {
                    session.browse().mark(take.asset(), marks);
                    return Boolean.TRUE;
                },
                done -> reload());
    }
}
