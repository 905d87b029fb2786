package studio.backlot.ui.art;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;

/// The place in the show that is worked on. For the window's thread.
public final class PlaceViewModel {
    private final ArtRoom room;
    private final Runnable entered;
    private final ReadOnlyObjectWrapper<Optional<ShowNode>> slot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /// `entered` hears that another place is worked on.
    PlaceViewModel(ArtRoom room, Runnable entered) {
        this.room = room;
        this.entered = entered;
        words.set(room.words().get("shot.none"));
    }

    /// The slot of the show that is worked on.
    public ReadOnlyObjectProperty<Optional<ShowNode>> slot() {
        return slot.getReadOnlyProperty();
    }

    /// The identifier of that slot.
    Optional<UUID> id() {
        return slot.get().map(ShowNode::id);
    }

    /// The slot that is worked on, in words.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Goes on where somebody left this show.
    void resume() {
        room.ask(
                production -> room.session().flatMap(LastPlace::of),
                last -> show(last.map(SlotChoice::node), last.map(SlotChoice::path)));
    }

    /// Asks for all slots of the show, in the order of their paths.
    void slots(Consumer<List<SlotChoice>> then) {
        room.ask(
                production -> {
                    ShowTree tree = production.register().showTree();
                    return tree.all().stream()
                            .filter(node -> node.kind() == NodeKind.SLOT)
                            .map(node -> new SlotChoice(node, tree.words(node.id())))
                            .sorted(Comparator.comparing(SlotChoice::path))
                            .toList();
                },
                then);
    }

    /// Works on a slot of the show.
    void work(SlotChoice choice) {
        go(Optional.of(choice.node()), Optional.of(choice.path()));
    }

    /// Works on the slot of this identifier, or on none.
    void work(Optional<UUID> wanted) {
        room.ask(
                production -> {
                    ShowTree tree = production.register().showTree();
                    return wanted.flatMap(tree::node)
                            .map(node -> new SlotChoice(node, tree.words(node.id())));
                },
                found -> go(found.map(SlotChoice::node), found.map(SlotChoice::path)));
    }

    /// Works without a shot: what is made is assigned later.
    void workWithoutSlot() {
        go(Optional.empty(), Optional.empty());
    }

    /// Adds a slot with the episode, sequence and shot above it that are not there yet, and works
    /// on it. The path is as in `101/020/0120/sky`.
    void makeSlot(String path) {
        room.session()
                .ifPresent(one ->
                        room.ask(
                                production -> MakeSlot.at(production, one.show(), path),
                                node -> work(new SlotChoice(node, path))));
    }

    /// Forgets the show.
    void clear() {
        slot.set(Optional.empty());
        words.set(room.words().get("shot.none"));
    }

    private void go(Optional<ShowNode> node, Optional<String> path) {
        show(node, path);
        Optional<UUID> id = id();
        room.session()
                .filter(one -> !one.show().isReadOnly())
                .ifPresent(one ->
                        one.show()
                                .desk()
                                .run(() -> LastPlace.keep(one.show().production().settings(), id)));
    }

    private void show(Optional<ShowNode> node, Optional<String> path) {
        words.set(path.orElseGet(() -> room.words().get("shot.none")));
        slot.set(node);
        entered.run();
    }
}
