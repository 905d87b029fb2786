package studio.backlot.ui.art;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Role;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.ui.shell.Message;
import studio.backlot.workflow.ErasePictures;

/// Deleting the pictures of this shot's hidden takes for good. For the window's thread.
public final class ErasingViewModel {
    private static final int MOST = 100_000;

    private final ArtRoom room;
    private final TakesViewModel takes;
    private final Supplier<Optional<UUID>> slot;

    ErasingViewModel(ArtRoom room, TakesViewModel takes, Supplier<Optional<UUID>> slot) {
        this.room = room;
        this.takes = takes;
        this.slot = slot;
    }

    /// Finds out what can be deleted, and how large it is.
    void plan(Consumer<ErasePictures.Plan> then) {
        Optional<UUID> where = slot.get();
        room.session()
                .filter(one -> !one.show().isReadOnly())
                .ifPresent(one ->
                        room.ask(
                                production -> {
                                    List<ContentHash> hidden =
                                            one.takes(where, Hidden.ALONE, MOST).stream()
                                                    .filter(take -> take.erased().isEmpty())
                                                    .map(Take.Made::asset)
                                                    .toList();
                                    return new ErasePictures(production).plan(hidden);
                                },
                                then));
    }

    /// Deletes them; that cannot be undone, and is recorded.
    void run(ErasePictures.Plan plan) {
        room.session()
                .ifPresent(one ->
                        room.ask(
                                production ->
                                        new ErasePictures(production)
                                                .run(
                                                        plan.pictures(),
                                                        one.show().everyday(Role.ARTIST)),
                                entry -> {
                                    takes.reload();
                                    room.say(
                                            Message.of(
                                                    room.words()
                                                            .get(
                                                                    "erased",
                                                                    plan.pictures().size(),
                                                                    entry.index())));
                                }));
    }
}
