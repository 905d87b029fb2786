package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.acceptance.ChildJvm;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.workflow.VerifyLedger;

/// Kills a process that works on a queue, at random moments.
class QueueCrashTest {
    private static final int JOBS = 10;
    private static final int STEPS = 80;
    private static final List<String> SCHEDULERS = List.of("ddim", "euler", "dpm++2m");

    @TempDir private Path temporary = Path.of("");

    @Test
    void threeKillsLoseNoOrderAndChangeNoPicture() throws Exception {
        killsChangeNothing(3, 30);
    }

    @Tag("endurance")
    @Test
    void fiftyKillsLoseNoOrderAndChangeNoPicture() throws Exception {
        killsChangeNothing(50, 14);
    }

    private void killsChangeNothing(int kills, int mostLines) throws Exception {
        Path undisturbed = temporary.resolve("undisturbed");
        order(undisturbed);
        Map<Long, String> expected = finished(undisturbed);
        Path killed = temporary.resolve("killed");
        order(killed);
        var random = new Random(20261126);
        for (int kill = 0; kill < kills; kill++) {
            try (ChildJvm child = ChildJvm.start(QueueChild.class, killed.toString())) {
                awaitOpen(child);
                for (int lines = random.nextInt(mostLines); lines > 0; lines--) {
                    assertThat(child.line()).as("the queue is still at work").isPresent();
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
                child.kill();
            }
        }

        assertThat(unfinished(killed)).as("kills came during the queue").isPositive();
        assertThat(finished(killed)).isEqualTo(expected).hasSize(JOBS);
        assertThat(verified(killed).findings()).isEmpty();
    }

    private static void order(Path folder) throws Exception {
        try (var desk = new QueueDesk(folder, QueueDesk.Pace.NONE)) {
            for (int seed = 0; seed < JOBS; seed++) {
                desk.queue()
                        .add(
                                desk.order(
                                        PlateRequest.of("a harbour at dusk, " + seed)
                                                .withInferenceSteps(STEPS)
                                                .withSeed(seed)
                                                .withScheduler(
                                                        SchedulerChoice.named(
                                                                SCHEDULERS.get(seed % 3)))));
            }
        }
    }

    private static int unfinished(Path folder) throws Exception {
        try (var desk = new QueueDesk(folder, QueueDesk.Pace.NONE)) {
            return desk.queue().plates().size();
        }
    }

    /// Lets the queue run to its end; the pixel hashes of all pictures by their seeds.
    private static Map<Long, String> finished(Path folder) throws Exception {
        try (var desk = new QueueDesk(folder)) {
            while (desk.queue().plates().stream()
                    .anyMatch(plate -> !(plate.state() instanceof JobState.Done))) {
                desk.await(plate -> plate.state() instanceof JobState.Done);
            }
            List<LedgerEntry> entries = desk.production().ledger().entries(0, 1_000);
            assertThat(entries).filteredOn(one -> one.event() == EventType.INTENT).hasSize(JOBS);
            Map<Long, String> pixels = new TreeMap<>();
            for (LedgerEntry entry : entries) {
                if (entry.event() == EventType.OUTCOME) {
                    String before = pixels.put(seed(entry), QueueDesk.pixels(entry));
                    assertThat(before).as("one outcome for each intent").isNull();
                }
            }
            return pixels;
        }
    }

    private static long seed(LedgerEntry outcome) {
        return Long.parseLong(
                outcome.assertions()
                        .object("recipe")
                        .flatMap(recipe -> recipe.text("seed"))
                        .orElseThrow());
    }

    private static void awaitOpen(ChildJvm child) {
        Optional<String> line = child.line();
        while (line.isPresent() && !line.get().equals("open")) {
            line = child.line();
        }
        assertThat(line).as("the child opened the production").contains("open");
    }

    private static VerificationReport verified(Path folder) {
        try (var wiring = new Wiring(new Folders(folder.resolve("app"), Optional.empty()))) {
            return wiring.verifier()
                    .run(
                            new VerifyLedger.Question(
                                    folder.resolve("show"),
                                    List.of(),
                                    Optional.empty(),
                                    List.of(),
                                    true),
                            Progress.NONE,
                            new Cancellation());
        }
    }
}
