package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import studio.backlot.acceptance.TinyPack;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.Role;
import studio.backlot.job.Workers;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.Plate;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.QueuedPlate;

/// One production of Ada's with its queue at work, as a window would hold it, and all that the
/// queue told of.
final class QueueDesk implements AutoCloseable, PlateQueue.Listener {
    private final Wiring wiring;
    private final Workers workers = new Workers(1, (thread, failure) -> failure.printStackTrace());
    private final OpenProduction production;
    private final PlateQueue queue;
    private final BlockingQueue<QueuedPlate> changes = new LinkedBlockingQueue<>();
    private final List<Plate> previews = new ArrayList<>();
    private final List<LedgerEntry> done = new ArrayList<>();

    /// Whether the queue works, or only takes orders.
    enum Pace {
        ALL,
        NONE
    }

    /// Opens the production `show` in this folder, making it and the pack `tiny` where they are not
    /// there. A checkpoint is kept after each step.
    QueueDesk(Path folder) throws IOException {
        this(folder, Pace.ALL);
    }

    QueueDesk(Path folder, Pace pace) throws IOException {
        var folders = new Folders(folder.resolve("app"), Optional.empty());
        if (!Files.exists(folders.packs())) {
            TinyPack.install(folders.packs(), "tiny");
        }
        wiring = new Wiring(folders);
        Path show = folder.resolve("show");
        var ada = CrashChild.ada(wiring);
        production =
                wiring.productions().isProduction(show)
                        ? wiring.productions().openForWriting(show, ada)
                        : wiring.productions()
                                .create(
                                        show,
                                        new NewProduction(
                                                "show", PolicyPreset.SOLO, ada, Optional.empty()));
        queue =
                PlateQueue.open(
                        production,
                        wiring.context(),
                        new PlateQueue.Works(
                                wiring.catalog(),
                                wiring.generators(),
                                pace == Pace.ALL ? workers.inference() : task -> {},
                                Duration.ZERO));
        var _ = queue.listen(this);
    }

    PlateQueue queue() {
        return queue;
    }

    OpenProduction production() {
        return production;
    }

    Wiring wiring() {
        return wiring;
    }

    List<Plate> previews() {
        return previews;
    }

    List<LedgerEntry> done() {
        return done;
    }

    PlateOrder order(PlateRequest request) {
        ModelPack pack = wiring.catalog().resolve("tiny");
        return new PlateOrder(
                request,
                pack,
                false,
                UseLabel.IDEA,
                Optional.empty(),
                List.of(),
                Signatory.of("Ada", Role.ARTIST, CrashChild.ada(wiring).everyday()));
    }

    UUID add(String prompt, int steps) {
        return queue.add(order(PlateRequest.of(prompt).withInferenceSteps(steps).withSeed(7)));
    }

    @Override
    public void changed(QueuedPlate plate) {
        changes.add(plate);
    }

    @Override
    public void preview(UUID job, Plate picture) {
        previews.add(picture);
    }

    @Override
    public void done(UUID job, LedgerEntry outcome) {
        done.add(outcome);
    }

    /// Waits for the first change that is like this.
    QueuedPlate await(Predicate<QueuedPlate> isMeant) throws InterruptedException {
        List<QueuedPlate> seen = new ArrayList<>();
        while (true) {
            QueuedPlate next = changes.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing like it happened; the queue said " + seen);
            }
            if (isMeant.test(next)) {
                return next;
            }
            seen.add(next);
        }
    }

    QueuedPlate plate(UUID job) {
        return queue.plates().stream()
                .filter(one -> one.id().equals(job))
                .findFirst()
                .orElseThrow();
    }

    /// The pixel hash that an outcome records.
    static String pixels(LedgerEntry outcome) {
        return outcome.assertions()
                .object("output")
                .flatMap(output -> output.text("pixels"))
                .orElseThrow();
    }

    /// Closes what a window closes, in its order.
    @Override
    public void close() {
        queue.close();
        production.close();
        workers.close();
        wiring.close();
    }
}
