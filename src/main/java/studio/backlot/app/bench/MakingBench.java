package studio.backlot.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.search.AssetFacts;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.Productions;

/// How long plates take in the open Art room, with previews in its strip, beside the same plates of
/// the command line: from intent to outcome, as both ledgers say.
///
/// The first plate of each run is left out, since it loads the pack.
public final class MakingBench {
    private static final int PAIRS = 9;
    private static final int PLATES = 4;
    private static final long PATIENCE_SECONDS = 600;
    private static final String PROMPT = "a lighthouse at dusk";
    private static final String PACK = "backdrop-mini";

    private final MeasuredWindow window;
    private final Productions productions;
    private final Path launcher;
    private final Path folder;
    private int runs;

    /// `folder` is where the command line's productions go.
    public MakingBench(MeasuredWindow window, Productions productions, Path launcher, Path folder) {
        this.window = window;
        this.productions = productions;
        this.launcher = launcher;
        this.folder = folder;
    }

    /// The ratio of window to command line.
    public JsonObject run() throws Exception {
        OpenShow show = window.seen("an open show", () -> window.shell().show().get());
        window.node("prompt");
        return PairedMeasurement.run(PAIRS, () -> inWindow(show), this::onCommandLine).toJson();
    }

    private double inWindow(OpenShow show) throws Exception {
        PlateQueue queue = show.queue().orElseThrow();
        BlockingQueue<LedgerEntry> outcomes = new ArrayBlockingQueue<>(PLATES);
        try (var _ =
                queue.listen(
                        new PlateQueue.Listener() {
                            @Override
                            public void done(UUID job, LedgerEntry outcome) {
                                outcomes.add(outcome);
                            }
                        })) {
            for (int plate = 0; plate < PLATES; plate++) {
                queue.add(order(show, plate));
            }
            List<LedgerEntry> made = new ArrayList<>();
            while (made.size() < PLATES) {
                made.add(
                        Optional.ofNullable(outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                                .orElseThrow(
                                        () -> new IllegalStateException("a plate was not made")));
            }
            return seconds(show.production().ledger(), made);
        }
    }

    private static PlateOrder order(OpenShow show, int plate) {
        return new PlateOrder(
                PlateRequest.of(PROMPT).withSeed(7L + plate),
                show.studio().catalog().resolve(PACK),
                false,
                UseLabel.IDEA,
                Optional.empty(),
                List.of(),
                show.everyday(Role.ARTIST));
    }

    private double onCommandLine() throws Exception {
        Path made = folder.resolve("made-" + ++runs);
        ChildRun.seconds(
                List.of(
                        launcher.toString(),
                        "generate",
                        "--prompt",
                        PROMPT,
                        "--seed",
                        "7",
                        "--count",
                        String.valueOf(PLATES),
                        "--production",
                        made.toString(),
                        "--out",
                        folder.resolve("made-" + runs + ".png").toString()));
        try (OpenProduction production = productions.openForReading(made)) {
            Ledger ledger = production.ledger();
            return seconds(
                    ledger,
                    ledger.entries(0, (int) ledger.head().checkpoint().size()).stream()
                            .filter(entry -> entry.event() == EventType.OUTCOME)
                            .toList());
        }
    }

    private static double seconds(Ledger ledger, List<LedgerEntry> outcomes) {
        return outcomes.stream()
                .skip(1)
                .mapToDouble(outcome ->
                        Duration.between(
                                                ledger.entry(
                                                                AssetFacts.intentOf(outcome)
                                                                        .orElseThrow())
                                                        .orElseThrow()
                                                        .time(),
                                                outcome.time())
                                        .toMillis()
                                / 1e3)
                .sum();
    }
}
