package studio.backlot.ui.art;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;

/// The open show as the artist's room works in it: its gallery, and an ear at its queue.
final class ArtSession {
    private static final int SMALL = 256;

    private final OpenShow show;
    private final BrowseAssets browse;
    private Optional<AutoCloseable> listening = Optional.empty();

    ArtSession(OpenShow show, BrowseAssets browse) {
        this.show = show;
        this.browse = browse;
    }

    OpenShow show() {
        return show;
    }

    BrowseAssets browse() {
        return browse;
    }

    /// Hears of the runs on the window's thread, the newest news of each.
    void listen(
            PlateQueue queue, Consumer<QueuedPlate> changed, BiConsumer<UUID, Plate> previewed) {
        FxThread fx = show.desk().fx();
        listening =
                Optional.of(
                        queue.listen(
                                new PlateQueue.Listener() {
                                    @Override
                                    public void changed(QueuedPlate plate) {
                                        fx.latest(plate.id(), () -> changed.accept(plate));
                                    }

                                    @Override
                                    public void preview(UUID job, Plate picture) {
                                        fx.latest(
                                                job.toString(),
                                                () -> previewed.accept(job, picture));
                                    }

                                    @Override
                                    public void done(UUID job, LedgerEntry outcome) {
                                        show.feed().sized(outcome.index() + 1);
                                    }
                                }));
    }

    /// The newest takes of a slot; not for the window's thread.
    List<AssetCard> takes(Optional<UUID> slot, int limit) {
        browse.refresh(Progress.NONE, new Cancellation());
        return browse.takes(slot, Optional.empty(), limit).cards();
    }

    /// The pixels of a recorded plate; not for the window's thread.
    static Plate plate(OpenProduction production, ContentHash asset) {
        return PngReader.read(production.assets().read(asset)).plate();
    }

    /// The pixels of a recorded plate, small, for a card; not for the window's thread.
    static Plate small(OpenProduction production, ContentHash asset) {
        return Pictures.atMost(plate(production, asset), SMALL);
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
