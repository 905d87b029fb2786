package studio.backlot.ui.art;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.raster.Rectangle;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetFilter;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.ErasedPictures;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateFrame;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;
import studio.backlot.workflow.UsedSettings;

/// The open show as the artist's room works in it: its gallery, and an ear at its queue.
final class ArtSession {
    private static final int SMALL = 256;

    private final OpenShow show;
    private final BrowseAssets browse;
    private final ErasedPictures erased;
    private Optional<AutoCloseable> listening = Optional.empty();

    ArtSession(OpenShow show, BrowseAssets browse) {
        this.show = show;
        this.browse = browse;
        this.erased = new ErasedPictures(show.production());
    }

    OpenShow show() {
        return show;
    }

    BrowseAssets browse() {
        return browse;
    }

    /// Hears of the runs on the window's thread, the newest news of each.
    void listen(PlateQueue queue, RunsViewModel runs) {
        FxThread fx = show.desk().fx();
        listening =
                Optional.of(
                        queue.listen(
                                new PlateQueue.Listener() {
                                    @Override
                                    public void changed(QueuedPlate plate) {
                                        fx.latest(plate.id(), () -> runs.changed(plate));
                                    }

                                    @Override
                                    public void preview(UUID job, Plate picture) {
                                        fx.latest(
                                                job.toString(), () -> runs.previewed(job, picture));
                                    }

                                    @Override
                                    public void loading(UUID job, long bytes, long of) {
                                        fx.latest("loading", () -> runs.loading(job, bytes, of));
                                    }

                                    @Override
                                    public void done(UUID job, LedgerEntry outcome) {
                                        show.feed().sized(outcome.index() + 1);
                                    }
                                }));
    }

    /// Brings the lists up to the ledger; not for the window's thread.
    void refresh() {
        browse.refresh(Progress.NONE, new Cancellation());
        erased.refresh();
    }

    /// The newest takes of a slot; not for the window's thread.
    List<Take.Made> takes(Optional<UUID> slot, Hidden hidden, int limit) {
        refresh();
        return browse
                .page(AssetFilter.ALL.inSlot(slot).hidden(hidden), Optional.empty(), limit)
                .cards()
                .stream()
                .map(card -> new Take.Made(card, erased.of(card.asset())))
                .toList();
    }

    /// The newest take of the show, whatever slot it lies in; not for the window's thread.
    Optional<AssetCard> newest() {
        refresh();
        return browse.page(AssetFilter.ALL, Optional.empty(), 1).cards().stream().findFirst();
    }

    /// Asks for the words that a recorded take was made with; `then` hears nothing where they
    /// cannot be read.
    void words(Take.Made take, Consumer<String> then) {
        Maker reader = show.everyday(Role.ARTIST).maker();
        show.ask(
                production -> UsedSettings.of(production, take.asset(), reader).request().prompt(),
                then,
                unreadable -> {});
    }

    /// The pixels of a recorded plate; not for the window's thread.
    static Plate plate(OpenProduction production, ContentHash asset) {
        return PngReader.read(production.assets().read(asset)).plate();
    }

    /// A recorded plate as the canvas shows it, in the frame that it was made for; not for the
    /// window's thread.
    static Shown shown(OpenProduction production, AssetCard card, String name) {
        Plate plate = plate(production, card.asset());
        AssetFacts.Origin origin = card.made().origin();
        Optional<LedgerEntry> outcome =
                origin.production().equals(production.ledger().production())
                        ? production.ledger().entry(origin.outcome())
                        : Optional.empty();
        Rectangle frame =
                outcome.flatMap(PlateFrame::of)
                        .filter(one ->
                                one.right() <= plate.width() && one.bottom() <= plate.height())
                        .orElseGet(() -> Rectangle.ofSize(plate.width(), plate.height()));
        return new Shown(plate, frame, name, false);
    }

    /// The pixels of a recorded plate, small, for a card; not for the window's thread.
    static Plate small(OpenProduction production, ContentHash asset) {
        return plate(production, asset).atMost(SMALL);
    }

    void close() {
        listening.ifPresent(ear -> {
            try {
                ear.close();
            } catch (Exception e) {
                throw new IllegalStateException("the queue did not let go", e);
            }
        });
    }
}
