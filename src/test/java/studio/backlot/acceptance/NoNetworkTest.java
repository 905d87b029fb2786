package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;

/// Nothing leaves the machine: runs without any network (`unshare -n`, Linux, root), watched by
/// `strace` where it is installed.
@Tag("endurance")
class NoNetworkTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final String INTERNET = "AF_INET";

    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");

    @BeforeEach
    void installPack() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        TinyPack.install(backlot.packs(), "tiny");
    }

    @Test
    void aPlateIsMadeVerifiedAndReplayedWithoutANetwork() throws Exception {
        List<String> alone = List.of("unshare", "-n");
        assertThat(output(alone, "cat", "/proc/net/dev").lines().skip(2))
                .as("no way out")
                .hasSize(1)
                .allMatch(l -> l.contains("lo:"));

        assertThat(ended(alone, generate())).isZero();
        assertThat(ended(alone, "ledger", "verify", show, "--models")).isZero();
        assertThat(ended(alone, "replay", show, 2)).isZero();
        assertThat(temporary.resolve("plate.png")).exists();
    }

    @Test
    void noConnectionIsEvenTried() throws Exception {
        Path trace = temporary.resolve("trace");
        List<String> watched =
                Files.exists(STRACE)
                        ? List.of(
                                STRACE.toString(),
                                "-f",
                                "-e",
                                "trace=connect,sendto,sendmsg",
                                "-o",
                                trace.toString())
                        : List.of("unshare", "-n");
        if (Files.exists(STRACE)) {
            output(watched, "bash", "-c", "echo > /dev/tcp/127.0.0.1/9 || true");
            assertThat(trace).content().as("the watch sees a connection").contains(INTERNET);
        }

        assertThat(ended(watched, generate())).isZero();

        if (Files.exists(STRACE)) {
            assertThat(trace).content().contains("exited with 0").doesNotContain(INTERNET);
        }
    }

    private Object[] generate() {
        return new Object[] {
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
            temporary.resolve("plate.png")
        };
    }

    private int ended(List<String> prefix, Object... words) {
        try (ChildJvm child = backlot.start(prefix, List.of(), words)) {
            List<String> said = child.lines();
            assertThat(said).isNotEmpty();
            return child.exitCode();
        }
    }

    private static String output(List<String> prefix, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
