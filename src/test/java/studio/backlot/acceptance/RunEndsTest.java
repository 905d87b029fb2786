package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class RunEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private Path plate = Path.of("");

    @BeforeEach
    void makeProduction() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        plate = temporary.resolve("plate.png");
        TinyPack.install(backlot.packs(), "tiny");
        assertThat(backlot.run("production", "new", show, "--person", "Ada").exitCode()).isZero();
    }

    @Test
    void aStoppedRunIsRecordedAsCancelled() {
        try (ChildJvm child = longRun(List.of())) {
            await(() -> members("event").contains("intent"));
            child.signal("TERM");
            assertThat(child.exitCode()).isNotZero();
        }

        assertThat(members("event")).containsExactly("production", "intent", "outcome");
        assertThat(members("status")).containsExactly("cancelled");
        assertNothingIsLost();
    }

    /// Behind `env` because a shell gives its background jobs an ignored SIGINT, which a child
    /// inherits.
    @Tag("endurance")
    @Test
    void aRunEndedByControlCIsRecordedAsCancelled() {
        try (ChildJvm child = longRun(List.of("env", "--default-signal=INT"))) {
            await(() -> members("event").contains("intent"));
            child.signal("INT");
            List<String> said = child.lines();
            assertThat(child.exitCode()).as(said.toString()).isEqualTo(1);
        }

        assertThat(members("status")).containsExactly("cancelled");
        assertNothingIsLost();
    }

    @Test
    void aKilledRunIsRecordedAsAbandonedByTheNextWriter() {
        try (ChildJvm child = longRun(List.of())) {
            await(() -> members("event").contains("intent"));
            child.kill();
        }
        assertThat(members("event")).containsExactly("production", "intent");
        Cli.Result check = backlot.run("production", "check", show);
        assertThat(check.out())
                .contains("was cut short; the next opening for writing completes or closes it");
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();

        assertThat(backlot.run("ledger", "checkpoint", show).exitCode()).isZero();

        assertThat(members("status")).containsExactly("abandoned");
        assertNothingIsLost();
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheProductionWhileReadersFollow() {
        try (ChildJvm child = longRun(List.of())) {
            await(() -> members("event").contains("intent"));

            Cli.Result second = backlot.run("erase", show, 1, "--reason", "x", "--person", "Bob");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err())
                    .contains("is open for writing by Ada")
                    .contains("process " + child.pid())
                    .contains("close it there, or open it read-only");
            assertThat(backlot.run("production", "new", show).exitCode()).isEqualTo(1);
            assertThat(backlot.run("ledger", "show", show, 1).out())
                    .contains("prompt (payload 1): dusk");
            assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
            assertThat(backlot.run("production", "check", show).exitCode()).isZero();
            assertThat(backlot.run("production", "info", show).out()).contains("records     2");

            child.signal("TERM");
            assertThat(child.exitCode()).isNotZero();
        }
        assertThat(backlot.run("production", "info", show).out()).contains("records     3");
        assertThat(backlot.run("erase", show, 1, "--reason", "x", "--person", "Bob").exitCode())
                .isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    /// Far more steps than the test has patience for.
    private ChildJvm longRun(List<String> prefix) {
        return backlot.start(
                prefix,
                List.of(),
                "generate",
                "--prompt",
                "dusk",
                "--production",
                show,
                "--person",
                "Ada",
                "--pack",
                "tiny",
                "--size",
                "256x256",
                "--steps",
                900,
                "--seed",
                7,
                "--out",
                plate);
    }

    private void assertNothingIsLost() {
        assertThat(plate).doesNotExist();
        assertThat(backlot.json("ledger", "verify", show).truth("clean")).contains(true);
        assertThat(backlot.run("production", "check", show))
                .isEqualTo(new Cli.Result(0, "Nothing to clear up.\n", ""));
        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains("prompt (payload 1): dusk");
        assertThat(show.resolve("assets/tmp").toFile().list()).isNullOrEmpty();
        assertThat(Files.exists(plate.resolveSibling(".plate.png"))).isFalse();
    }

    private List<String> members(String name) {
        return backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                .flatMap(entry -> ((JsonObject) entry).text(name).stream())
                .toList();
    }

    /// Each look opens the production anew, which takes long enough to leave the other process its
    /// time.
    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come true within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
