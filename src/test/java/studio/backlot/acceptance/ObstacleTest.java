package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// Obstacles that hold for root as well: read-only mounts and full disks. Needs the right to mount.
@Tag("endurance")
class ObstacleTest {
    private static final int ROOM = 2 << 20;

    @TempDir private Path temporary = Path.of("");

    private final List<Path> mounts = new ArrayList<>();
    private Cli backlot = new Cli(Path.of(""));
    private Path plate = Path.of("");

    @BeforeEach
    void installPack() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        plate = temporary.resolve("plate.png");
        TinyPack.install(backlot.packs(), "tiny");
    }

    @AfterEach
    void unmount() throws Exception {
        for (Path mount : mounts.reversed()) {
            new ProcessBuilder("umount", mount.toString()).start().waitFor();
        }
    }

    @Test
    void aReadOnlyProductionIsReadAndVerifiedAndNotWritten() throws Exception {
        Path disk = mount("disk");
        Path show = disk.resolve("show");
        assertThat(generate(show, plate).exitCode()).isZero();
        makeReadOnly(disk);

        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(4);
        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains("prompt (payload 1): dusk");
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
        assertThat(backlot.run("production", "check", show).exitCode()).isZero();
        assertThat(backlot.run("replay", show, 2).out()).isEqualTo("identical\n");
        for (Cli.Result refused :
                List.of(
                        generate(show, plate),
                        backlot.run("erase", show, 1, "--reason", "x"),
                        backlot.run("ledger", "checkpoint", show),
                        backlot.run("production", "new", disk.resolve("other")))) {
            assertToldInWords(refused);
        }
        remount(disk, "rw");
        assertThat(generate(show, plate).exitCode()).isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    @Test
    void aReadOnlyPlaceForTheFileIsRefusedBeforeAnyModelIsTouched() throws Exception {
        Path show = temporary.resolve("show");
        assertThat(generate(show, plate).exitCode()).isZero();
        Path disk = mount("disk");
        makeReadOnly(disk);

        Cli.Result generated = generate(show, disk.resolve("plate.png"));
        assertToldInWords(generated);
        assertThat(generated.err())
                .contains("may not write in " + disk)
                .contains("choose another place");
        assertToldInWords(backlot.run("export", show, 2, "--out", disk.resolve("plate.png")));
        assertToldInWords(backlot.run("ledger", "checkpoint", show, "--out", disk.resolve("note")));
        assertToldInWords(
                backlot.run("ledger", "prove", show, 2, "--out", disk.resolve("receipt")));

        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(4);
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    @Test
    void aReadOnlyAppFolderIsToldAndNothingIsMadeWithoutItsKeys() throws Exception {
        Path disk = mount("disk");
        var locked = new Cli(disk.resolve("app"));
        makeReadOnly(disk);
        Path show = temporary.resolve("show");

        Cli.Result made = locked.run("production", "new", show);

        assertToldInWords(made);
        assertThat(made.err()).contains(locked.appFolder().toString());
        assertThat(locked.run("packs", "list").out()).contains("backdrop-mini");
        assertThat(backlot.run("production", "new", show).exitCode())
                .as("the folder is not spoilt")
                .isZero();
    }

    @Test
    void anAnchorFolderThatCannotBeWrittenStopsNothingAndIsTold() throws Exception {
        Path anchor = mount("anchor");
        Path show = temporary.resolve("show");
        assertThat(backlot.run("production", "new", show, "--anchor", anchor).exitCode()).isZero();
        makeReadOnly(anchor);

        Cli.Result made = generate(show, plate);

        assertThat(made.exitCode()).as(made.err()).isZero();
        Cli.Result verified = backlot.run("ledger", "verify", show);
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("ledger.unanchored");
    }

    /// However much room is left, a run either ends well or says that there is none, and what was
    /// recorded stays.
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 160, 192, 256})
    void aFullDiskIsToldInWordsAndLosesNothing(int kilobytesLeft) throws Exception {
        Path disk = mount("disk");
        Path show = disk.resolve("show");
        assertThat(generate(show, plate).exitCode()).isZero();
        long before = backlot.json("ledger", "list", show).number("size").orElseThrow().asLong();
        Path ballast = fillUpTo(disk, kilobytesLeft);

        Cli.Result result = generate(show, plate);

        if (result.exitCode() != 0) {
            assertToldInWords(result);
            assertThat(result.err()).containsPattern("(?i)no room|full|space|large");
        }
        assertThat(backlot.run("ledger", "list", show).exitCode()).as("it can be read").isZero();
        Files.delete(ballast);
        Cli.Result verified = backlot.run("ledger", "verify", show);
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(generate(show, plate).exitCode()).as("it goes on when there is room").isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains("prompt (payload 1): dusk");
        assertThat(backlot.run("replay", show, 2).out()).isEqualTo("identical\n");
        assertThat(backlot.run("production", "check", show).exitCode()).isZero();
        JsonObject list = backlot.json("ledger", "list", show);
        assertThat(list.number("size").orElseThrow().asLong()).isGreaterThanOrEqualTo(before + 3);
        long intents = count(list, "event", "intent");
        assertThat(count(list, "event", "outcome"))
                .as("each run has its outcome")
                .isEqualTo(intents);
    }

    @Test
    void aFullDiskForTheFileLeavesThePlateInTheProduction() throws Exception {
        Path disk = mount("disk");
        Path show = temporary.resolve("show");
        fillUpTo(disk, 4);

        Cli.Result result = generate(show, disk.resolve("plate.png"));

        assertToldInWords(result);
        assertThat(result.err()).contains("nothing in the production is lost");
        assertThat(disk.toFile().list()).containsExactly("ballast");
        assertThat(backlot.run("export", show, 2, "--out", plate).exitCode()).isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    private static void assertToldInWords(Cli.Result refused) {
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("backlot: ")
                .doesNotContain("this should not have happened")
                .doesNotContain("\tat ");
    }

    private static long count(JsonObject list, String member, String value) {
        return list.array("entries").orElseThrow().stream()
                .filter(entry -> ((JsonObject) entry).text(member).orElse("").equals(value))
                .count();
    }

    private Cli.Result generate(Path show, Path out) {
        return backlot.run(
                "generate",
                "--prompt",
                "dusk",
                "--production",
                show,
                "--pack",
                "tiny",
                "--steps",
                2,
                "--seed",
                7,
                "--out",
                out);
    }

    /// A small disk of its own.
    private Path mount(String name) throws Exception {
        Path disk = Files.createDirectory(temporary.resolve(name));
        run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", disk.toString());
        mounts.add(disk);
        return disk;
    }

    private static void makeReadOnly(Path disk) throws Exception {
        remount(disk, "ro");
        assertThatThrownBy(() -> Files.createFile(disk.resolve("probe")))
                .hasMessageContaining("Read-only");
    }

    private static void remount(Path disk, String how) throws Exception {
        run("mount", "-o", "remount," + how, disk.toString());
    }

    /// Writes a file that leaves so much room and no more; proves that a larger one does not fit.
    private static Path fillUpTo(Path disk, int kilobytes) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        Path ballast =
                Files.write(disk.resolve("ballast"), new byte[(int) free - kilobytes * 1024]);
        assertThatThrownBy(
                        () -> Files.write(disk.resolve("probe"), new byte[kilobytes * 1024 + 8192]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        Files.delete(disk.resolve("probe"));
        return ballast;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
