package studio.backlot.ui.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.shell.Message;

/// Takes beside each other: those picked in the strip, and the one before the one on the canvas.
/// For the window's thread.
public final class CompareViewModel {
    /// As many takes as can be compared at once.
    static final int MOST = 4;

    private final ArtRoom room;
    private final TakesViewModel takes;
    private final Function<Take.Made, Supplier<Shown>> read;
    private final ObservableList<ContentHash> picked = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Shown>> compared =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Shown>> before =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty sideBySide = new SimpleBooleanProperty();
    private boolean isHeld;

    /// `read` makes what reads the picture of a take, beside the window's thread.
    CompareViewModel(
            ArtRoom room, TakesViewModel takes, Function<Take.Made, Supplier<Shown>> read) {
        this.room = room;
        this.takes = takes;
        this.read = read;
        takes.list()
                .addListener(
                        (javafx.collections.ListChangeListener<Take>)
                                change -> picked.removeIf(one -> take(one).isEmpty()));
    }

    /// The picked takes, in the order in which they were picked.
    ObservableList<ContentHash> picked() {
        return picked;
    }

    /// The pictures that are compared now; none while none are.
    ReadOnlyObjectProperty<List<Shown>> compared() {
        return compared.getReadOnlyProperty();
    }

    /// Whether they lie side by side, not in one place.
    BooleanProperty sideBySide() {
        return sideBySide;
    }

    /// The picture shown in place of the one on the canvas while a person holds it.
    ReadOnlyObjectProperty<Optional<Shown>> before() {
        return before.getReadOnlyProperty();
    }

    /// Whether pictures are compared.
    boolean isOn() {
        return !compared.get().isEmpty();
    }

    /// Picks a take for comparing, or puts it back; the first pick takes the one on the canvas
    /// along.
    void pick(Take.Made take) {
        if (picked.remove(take.asset())) {
            return;
        }
        if (picked.isEmpty()) {
            takes.made()
                    .filter(one -> !one.asset().equals(take.asset()))
                    .ifPresent(one -> picked.add(one.asset()));
        }
        if (picked.size() == MOST) {
            room.say(Message.of(room.words().get("compare.most", MOST)));
        } else {
            picked.add(take.asset());
        }
    }

    /// Compares what is picked, or the take on the canvas with the one before it; once more: goes
    /// back to the one picture.
    void toggle() {
        if (isOn()) {
            end();
            return;
        }
        List<Take.Made> wanted = new ArrayList<>();
        picked.forEach(asset -> take(asset).ifPresent(wanted::add));
        if (wanted.size() < 2) {
            wanted.clear();
            takes.made().ifPresent(wanted::add);
            earlier().ifPresent(wanted::add);
        }
        if (wanted.size() < 2) {
            room.say(Message.of(room.words().get("compare.few")));
            return;
        }
        List<Supplier<Shown>> reads = wanted.stream().map(read).toList();
        room.shell().io().ask(() -> reads.stream().map(Supplier::get).toList(), compared::set);
    }

    /// Goes back to the one picture; what was picked stays picked no more.
    void end() {
        compared.set(List.of());
        picked.clear();
    }

    /// While held, the canvas shows the take before; then again the one that is chosen.
    void hold(boolean isNow) {
        if (isHeld == isNow) {
            return;
        }
        isHeld = isNow;
        before.set(Optional.empty());
        Optional<Take.Made> other = isNow ? other() : Optional.empty();
        other.map(read)
                .ifPresent(one ->
                        room.shell()
                                .io()
                                .ask(
                                        one,
                                        shown ->
                                                before.set(
                                                        isHeld
                                                                ? Optional.of(shown)
                                                                : Optional.empty())));
    }

    /// The one compared with, else the version or take before.
    private Optional<Take.Made> other() {
        Optional<ContentHash> now = takes.made().map(Take.Made::asset);
        return picked.stream()
                .filter(one -> !now.equals(Optional.of(one)))
                .findFirst()
                .flatMap(this::take)
                .or(this::earlier);
    }

    private Optional<Take.Made> earlier() {
        List<Take.Made> all =
                takes.list().stream().flatMap(take -> take.recorded().stream()).toList();
        int now = takes.made().map(all::indexOf).orElse(-1);
        return now >= 0 && now + 1 < all.size() ? Optional.of(all.get(now + 1)) : Optional.empty();
    }

    private Optional<Take.Made> take(ContentHash asset) {
        return takes.list().stream()
                .flatMap(take -> take.recorded().stream())
                .filter(take -> take.asset().equals(asset))
                .findFirst();
    }
}
