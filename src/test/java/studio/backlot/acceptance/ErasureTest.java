package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class ErasureTest {
    private static final Canary PROMPT = new Canary("Zyxomma-quetzal-41");
    private static final Canary NEGATIVE = new Canary("ЖёлтыйКолибри77");
    private static final Canary REASON = new Canary("Wobbegong-withdrew-consent");

    @TempDir private static Path made = Path.of("");

    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private Path plate = Path.of("");

    /// Records 1 and 2 are a plate of Ada's with canaries, 3 its export, 4 enrols Bob; 5, 6 and 7 a
    /// plate of Bob's.
    @BeforeAll
    static void makePlates() throws IOException {
        var backlot = new Cli(made.resolve("app"));
        TinyPack.install(backlot.packs(), "tiny");
        assertThat(
                        backlot.run("production", "new", made.resolve("show"), "--person", "Ada")
                                .exitCode())
                .isZero();
        generate(backlot, "Ada", "the " + PROMPT.word() + " at dusk", NEGATIVE.word());
        generate(backlot, "Bob", "a harbour", "");
    }

    @BeforeEach
    void copyPlates() throws IOException {
        TinyPack.copy(made, temporary);
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        plate = temporary.resolve("Ada.png");
    }

    @Test
    void noTextLiesInTheClearEvenBeforeItIsErased() throws IOException {
        assertThat(backlot.run("ledger", "list", show).exitCode()).isZero();
        assertThat(backlot.run("inspect", plate, "--production", show).exitCode()).isZero();
        assertThat(backlot.run("production", "check", show).exitCode()).isZero();

        assertThat(PROMPT.foundIn(temporary)).isEmpty();
        assertThat(NEGATIVE.foundIn(temporary)).isEmpty();
        JsonObject shown = backlot.json("ledger", "show", show, 1);
        assertThat(PROMPT.isIn(shown.toString().getBytes(StandardCharsets.UTF_8)))
                .as("the key opens it")
                .isTrue();
    }

    @Test
    void theSearchFindsACanaryInEveryForm() throws IOException {
        String base64 =
                Base64.getEncoder()
                        .encodeToString(
                                ("xy" + PROMPT.word() + "z").getBytes(StandardCharsets.UTF_8));
        List<byte[]> forms =
                List.of(
                        PROMPT.word().getBytes(StandardCharsets.UTF_8),
                        ("x" + PROMPT.word()).getBytes(StandardCharsets.UTF_16LE),
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(PROMPT.word().getBytes(StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8),
                        base64.getBytes(StandardCharsets.UTF_8));
        for (byte[] form : forms) {
            Path file = Files.write(temporary.resolve("hidden"), form);
            assertThat(PROMPT.foundIn(temporary)).containsExactly(file);
            Files.delete(file);
        }
        Path named = Files.createFile(temporary.resolve("a " + PROMPT.word() + ".png"));
        assertThat(PROMPT.foundIn(temporary)).containsExactly(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "Ada"})
    void erasingARunOrAPersonLeavesNoTraceAndEveryProofValid(String what) throws Exception {
        Path note = temporary.resolve("before.checkpoint");
        assertThat(backlot.run("ledger", "checkpoint", show, "--out", note).exitCode()).isZero();
        List<Path> receipts = receipts(8);
        List<byte[]> secrets = secrets();
        assertThat(holding(secrets)).as("the search finds keys").isNotEmpty();

        JsonObject erased =
                backlot.json("erase", show, what, "--reason", REASON.word(), "--person", "Grace");

        assertThat(erased.number("erased").orElseThrow().asLong())
                .as("prompt, negative prompt and tokens")
                .isEqualTo(3);
        assertThat(payloadStates(1)).containsExactly("erased", "erased");
        assertThat(payloadStates(2)).containsExactly("erased");
        assertThat(payloadStates(5)).containsExactly("open", "open");
        assertThat(PROMPT.foundIn(show, backlot.appFolder())).isEmpty();
        assertThat(NEGATIVE.foundIn(show, backlot.appFolder())).isEmpty();
        assertThat(REASON.foundIn(temporary)).isEmpty();
        List<byte[]> left = secrets();
        assertThat(left).as("three keys gone, that of the reason come").hasSize(secrets.size() - 2);
        List<byte[]> destroyed =
                secrets.stream()
                        .filter(one -> left.stream().noneMatch(two -> Arrays.equals(one, two)))
                        .toList();
        assertThat(destroyed).hasSize(3);
        assertThat(holding(destroyed)).isEmpty();

        JsonObject report = backlot.json("ledger", "verify", show, "--checkpoint", note);
        assertThat(report.truth("clean")).contains(true);
        assertThat(
                        report.object("payloads")
                                .flatMap(p -> p.number("erased"))
                                .orElseThrow()
                                .asLong())
                .isEqualTo(3);
        String key =
                backlot.json("production", "info", show).text("logKeyFingerprint").orElseThrow();
        for (Path receipt : receipts) {
            Cli.Result verified = backlot.run("verify-receipt", receipt, "--key", key);
            assertThat(verified.exitCode()).as(verified.toString()).isZero();
        }
    }

    @Test
    void anErasedRunCannotBeReplayedAndSaysWhy() {
        assertThat(backlot.run("replay", show, 2).out()).isEqualTo("identical\n");
        assertThat(backlot.run("erase", show, 1, "--reason", "asked").exitCode()).isZero();

        Cli.Result replay = backlot.run("replay", show, 2);

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.out()).isEqualTo("not possible: the words of the run were erased\n");
        assertThat(backlot.run("replay", show, 6).out()).isEqualTo("identical\n");
        assertThat(backlot.run("export", show, 2, "--out", plate).exitCode())
                .as("the picture itself stays")
                .isZero();
    }

    @Test
    void whatIsErasedOnceIsNotErasedAgain() {
        assertThat(backlot.run("erase", show, "Ada", "--reason", "asked").exitCode()).isZero();

        Cli.Result again = backlot.run("erase", show, 1, "--reason", "asked again");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("there is no text to erase");
        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(10);
    }

    @Test
    void anOlderCopyOfTheProductionCannotBeOpenedWithTheKeysOfToday() throws IOException {
        Path older = temporary.resolve("older");
        TinyPack.copy(show, older);
        assertThat(backlot.run("ledger", "show", older, 1).out()).contains(PROMPT.word());
        assertThat(backlot.run("erase", show, 1, "--reason", "asked").exitCode()).isZero();

        assertThat(states(older, 1)).containsExactly("locked", "locked");
        assertThat(backlot.run("ledger", "show", older, 1).out()).doesNotContain(PROMPT.word());

        Files.copy(
                older.resolve("payload.sqlite"),
                show.resolve("payload.sqlite"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String log : List.of("payload.sqlite-wal", "payload.sqlite-shm")) {
            Files.deleteIfExists(show.resolve(log));
        }
        Cli.Result shown = backlot.run("ledger", "show", show, 1);
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).doesNotContain(PROMPT.word());
        assertThat(PROMPT.foundIn(show, older, backlot.appFolder())).isEmpty();
    }

    @Test
    void aPromptGoesIntoAFileOnlyWhereAskedForAndAllowed() throws IOException {
        Path spoken = temporary.resolve("spoken.png");
        assertThat(backlot.run("export", show, 2, "--with-prompt", "--out", spoken).exitCode())
                .isZero();
        assertThat(PROMPT.isIn(Files.readAllBytes(spoken))).isTrue();
        assertThat(backlot.run("inspect", spoken).out()).contains(PROMPT.word());

        Path strict = temporary.resolve("strict");
        assertThat(backlot.run("production", "new", strict, "--preset", "streamer").exitCode())
                .isZero();
        Cli.Result refused =
                backlot.run(
                        "generate",
                        "--prompt",
                        PROMPT.word(),
                        "--production",
                        strict,
                        "--pack",
                        "tiny",
                        "--steps",
                        2,
                        "--seed",
                        7,
                        "--with-prompt",
                        "--out",
                        temporary.resolve("strict.png"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("refused by the rule prompt-in-file")
                .contains("export without --with-prompt");
        assertThat(backlot.json("ledger", "list", strict).number("size").orElseThrow().asLong())
                .isEqualTo(1);
        assertThat(temporary.resolve("strict.png")).doesNotExist();
    }

    private static void generate(Cli backlot, String person, String prompt, String negative) {
        backlot.json(
                "generate",
                "--prompt",
                prompt,
                "--negative",
                negative,
                "--production",
                made.resolve("show"),
                "--person",
                person,
                "--pack",
                "tiny",
                "--steps",
                2,
                "--seed",
                7,
                "--out",
                made.resolve(person + ".png"));
    }

    private List<Path> receipts(int count) {
        List<Path> receipts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Path receipt = temporary.resolve("receipt-" + index + ".json");
            assertThat(backlot.run("ledger", "prove", show, index, "--out", receipt).exitCode())
                    .isZero();
            receipts.add(receipt);
        }
        return receipts;
    }

    private List<String> payloadStates(int index) {
        return states(show, index);
    }

    private List<String> states(Path production, int index) {
        return backlot
                .json("ledger", "show", production, index)
                .array("payloads")
                .orElseThrow()
                .stream()
                .map(payload -> ((JsonObject) payload).text("state").orElse(""))
                .toList();
    }

    /// The keys of all texts, as their database gives them.
    private List<byte[]> secrets() throws IOException, SQLException {
        List<byte[]> secrets = new ArrayList<>();
        try (Stream<Path> files = Files.list(backlot.appFolder().resolve("payload-keys"))) {
            Path database =
                    files.filter(file -> file.toString().endsWith(".sqlite"))
                            .findFirst()
                            .orElseThrow();
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT secret FROM payload_key")) {
                while (rows.next()) {
                    secrets.add(rows.getBytes(1));
                }
            }
        }
        return secrets;
    }

    /// The files of the app folder and the production that hold one of these keys.
    private List<Path> holding(List<byte[]> secrets) throws IOException {
        List<Path> found = new ArrayList<>();
        List<String> keys =
                secrets.stream().map(key -> new String(key, StandardCharsets.ISO_8859_1)).toList();
        try (Stream<Path> kept = Files.walk(backlot.appFolder());
                Stream<Path> shown = Files.walk(show)) {
            for (Path file : Stream.concat(kept, shown).filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (keys.stream().anyMatch(bytes::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
