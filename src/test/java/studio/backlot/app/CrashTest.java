package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.acceptance.ChildJvm;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.VerifyLedger;

/// Kills a process that makes plates: at each named point of its durable work, and at random
/// moments.
class CrashTest {
    private static final int KILLS_AT_EACH_POINT = 20;
    private static final int RANDOM_KILLS = 40;

    @TempDir private Path temporary = Path.of("");

    private Path production = Path.of("");
    private Path packFolder = Path.of("");
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeEach
    void makeProduction() throws Exception {
        production = temporary.resolve("show");
        packFolder = CrashChild.packFolder(temporary);
        try (var wiring = wiring()) {
            wiring.productions()
                    .create(
                            production,
                            new NewProduction(
                                    "show",
                                    PolicyPreset.SOLO,
                                    CrashChild.ada(wiring),
                                    Optional.empty()))
                    .close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intent-committed", "asset-renamed"})
    void aKillLosesNothingThatWasAcknowledged(String point) {
        killAt(point, 2);

        assertNothingIsLost();
    }

    @Tag("endurance")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload-before-commit", "payload-committed", "intent-before-commit",
                        "intent-committed",
                "asset-temp-written", "asset-renamed", "outcome-before-commit", "outcome-committed"
            })
    void twentyKillsAtANamedPointLoseNothing(String point) {
        for (int kill = 0; kill < KILLS_AT_EACH_POINT; kill++) {
            killAt(point, 1 + kill % 4);
        }

        assertNothingIsLost();
    }

    @Tag("endurance")
    @Test
    void fortyKillsAtRandomMomentsLoseNothing() throws Exception {
        var random = new Random(20261124);
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            try (ChildJvm child = child("-", 1)) {
                awaitOpen(child);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                child.kill();
                collect(child.lines());
            }
        }

        assertThat(acknowledged).hasSizeGreaterThan(RANDOM_KILLS);
        assertNothingIsLost();
    }

    /// Kills the child exactly when it says that it is at the point; a child that never gets there
    /// fails the test.
    private void killAt(String point, int count) {
        try (ChildJvm child = child(point, count)) {
            List<String> lines = new ArrayList<>();
            Optional<String> line = child.line();
            while (line.isPresent() && !line.get().equals("at " + point)) {
                lines.add(line.get());
                line = child.line();
            }
            assertThat(line)
                    .as("the child reached %s; it said %s", point, lines)
                    .contains("at " + point);
            child.kill();
            collect(lines);
        }
    }

    private static void awaitOpen(ChildJvm child) {
        List<String> lines = new ArrayList<>();
        Optional<String> line = child.line();
        while (line.isPresent() && !line.get().equals("open")) {
            lines.add(line.get());
            line = child.line();
        }
        assertThat(line).as("the child opened the production; it said %s", lines).contains("open");
    }

    /// The last line of a killed process may be cut; only whole acknowledgements count.
    private void collect(List<String> lines) {
        lines.stream()
                .filter(line -> line.matches("ack \\d+ [0-9a-f]{64}"))
                .forEach(acknowledged::add);
    }

    private ChildJvm child(String point, int count) {
        return ChildJvm.start(
                CrashChild.class,
                production.toString(),
                temporary.resolve("app").toString(),
                packFolder.toString(),
                point,
                String.valueOf(count));
    }

    private Wiring wiring() {
        return new Wiring(new Folders(temporary.resolve("app"), Optional.empty()));
    }

    private void assertNothingIsLost() {
        try (var wiring = wiring()) {
            try (OpenProduction open =
                    wiring.productions().openForWriting(production, CrashChild.ada(wiring))) {
                for (String ack : acknowledged) {
                    String[] words = ack.split(" ", -1);
                    LedgerEntry entry = open.ledger().entry(Long.parseLong(words[1])).orElseThrow();
                    assertThat(entry.event()).isEqualTo(EventType.OUTCOME);
                    assertThat(entry.assertions().object("output").flatMap(o -> o.text("asset")))
                            .contains(words[2]);
                    assertThat(open.assets().read(new ContentHash(words[2]))).isNotEmpty();
                }
                assertThat(open.jobs().unfinished()).isEmpty();
            }
            VerificationReport report =
                    wiring.verifier()
                            .run(
                                    new VerifyLedger.Question(
                                            production,
                                            List.of(),
                                            Optional.empty(),
                                            List.of(),
                                            true),
                                    Progress.NONE,
                                    new Cancellation());
            assertThat(report.findings()).isEmpty();
            assertThat(report.notes()).noneMatch(note -> note.code().startsWith("run."));
        }
    }
}
