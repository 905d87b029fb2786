package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// What somebody can check who has the folder, a receipt or a checkpoint, and the log's key by
/// another way.
class OutsiderChecksTest {
    private static final String OTHER_KEY = "0".repeat(64);

    @TempDir private static Path made = Path.of("");

    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private String key = "";

    @BeforeAll
    static void makePlate() throws IOException {
        var backlot = new Cli(made.resolve("app"));
        TinyPack.install(backlot.packs(), "tiny");
        backlot.json(
                "generate",
                "--prompt",
                "dusk",
                "--production",
                made.resolve("show"),
                "--pack",
                "tiny",
                "--steps",
                2,
                "--seed",
                7,
                "--out",
                made.resolve("plate.png"));
    }

    @BeforeEach
    void copyPlate() throws IOException {
        TinyPack.copy(made, temporary);
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        key = backlot.json("production", "info", show).text("logKeyFingerprint").orElseThrow();
    }

    @Test
    void theVerifierAloneSaysTheSame() {
        var outsider = new Cli(temporary.resolve("nobody"));

        Cli.Result alone = outsider.verifier(show, "--key", key, "--json");

        assertThat(alone.exitCode()).as(alone.toString()).isZero();
        assertThat(alone.json()).isEqualTo(outsider.json("ledger", "verify", show, "--key", key));
        assertThat(outsider.verifier(temporary).exitCode()).isEqualTo(1);
        assertThat(outsider.verifier().exitCode()).isEqualTo(2);
    }

    @Test
    void anotherKeyThanTheOneHadByAnotherWayIsAFinding() throws IOException {
        Path file = temporary.resolve("key.txt");
        Files.writeString(
                file, backlot.json("production", "info", show).text("logKey").orElseThrow() + "\n");
        assertThat(backlot.run("ledger", "verify", show, "--key", file).exitCode()).isZero();

        Cli.Result other = backlot.run("ledger", "verify", show, "--key", OTHER_KEY, "--json");

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(codes(other)).contains("key.other");
        assertThat(backlot.run("ledger", "verify", show, "--key", "no key").exitCode())
                .isPositive();
    }

    @Test
    void aReceiptIsCheckedWithoutTheProductionAndAForgedOneIsNamed() throws IOException {
        Path receipt = temporary.resolve("receipt.json");
        assertThat(backlot.run("ledger", "prove", show, 2, "--out", receipt).exitCode()).isZero();
        var outsider = new Cli(temporary.resolve("nobody"));

        assertThat(outsider.run("verify-receipt", receipt, "--key", key).out())
                .startsWith("Valid: record 2");
        assertThat(outsider.run("verify-receipt", receipt, "--key", OTHER_KEY).exitCode())
                .isEqualTo(1);
        String text = Files.readString(receipt);
        assertThat(text).contains("succeeded").doesNotContain("dusk");
        Path forged =
                Files.writeString(
                        temporary.resolve("forged.json"), text.replace("succeeded", "cancelled"));
        Cli.Result lie = outsider.run("verify-receipt", forged, "--key", key, "--json");
        assertThat(lie.exitCode()).isEqualTo(1);
        assertThat(lie.json().truth("valid")).contains(false);
        Path torn =
                Files.writeString(
                        temporary.resolve("torn.json"), text.substring(0, text.length() / 2));
        Cli.Result half = outsider.run("verify-receipt", torn, "--key", key);
        assertThat(half.exitCode()).isPositive();
        assertThat(half.err()).doesNotContain("this should not have happened");
        assertThat(outsider.run("verify-receipt", temporary.resolve("none"), "--key", key).err())
                .contains("there is no file");
    }

    @Test
    void aReceiptAsAPageIsCheckedLikeOneInJsonAndTheKeyMayBeSaidInWords() throws IOException {
        Path page = temporary.resolve("receipt.html");
        assertThat(backlot.run("ledger", "prove", show, 2, "--html", page).out())
                .contains("verify-receipt " + page);
        String words = backlot.json("production", "info", show).text("logKeyWords").orElseThrow();
        var outsider = new Cli(temporary.resolve("nobody"));

        Cli.Result checked = outsider.run("verify-receipt", page, "--key", words);
        assertThat(checked.out())
                .startsWith("Valid: record 2")
                .contains("It says: outcome by")
                .doesNotContain("receipt.pageOther");
        String html = Files.readString(page);
        Path lying =
                Files.writeString(
                        temporary.resolve("lying.html"), html.replace("does not prove", "proves"));
        assertThat(outsider.run("verify-receipt", lying, "--key", words).out())
                .startsWith("Valid")
                .contains("receipt.pageOther");
        Path forged =
                Files.writeString(
                        temporary.resolve("forged.html"), html.replace("succeeded", "cancelled"));
        assertThat(outsider.run("verify-receipt", forged, "--key", words).out())
                .contains("receipt.notIncluded");
        Cli.Result misheard =
                outsider.run("verify-receipt", page, "--key", words.replaceFirst(" ", " uh "));
        assertThat(misheard.err()).contains("a fingerprint has 32 words, these are 33");
    }

    @Test
    void twoContinuationsOfOneProductionAreAFork() throws IOException {
        Path twin = temporary.resolve("twin");
        TinyPack.copy(show, twin);
        Path note = temporary.resolve("note");
        assertThat(
                        backlot.run(
                                        "export",
                                        twin,
                                        2,
                                        "--use",
                                        "temp",
                                        "--out",
                                        temporary.resolve("a.png"))
                                .exitCode())
                .isZero();
        assertThat(backlot.run("ledger", "checkpoint", twin, "--out", note).exitCode()).isZero();
        assertThat(
                        backlot.run(
                                        "export",
                                        show,
                                        2,
                                        "--use",
                                        "idea",
                                        "--out",
                                        temporary.resolve("b.png"))
                                .exitCode())
                .isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode())
                .as("each looks whole alone")
                .isZero();

        Cli.Result fork = backlot.run("ledger", "verify", show, "--checkpoint", note, "--json");

        assertThat(fork.exitCode()).isEqualTo(1);
        assertThat(codes(fork)).containsExactly("outside.fork");
    }

    @Test
    void aCheckpointThatIsNoneOrOfAnotherProductionIsNamed() throws IOException {
        Path other = temporary.resolve("other");
        Path note = temporary.resolve("note");
        assertThat(backlot.run("production", "new", other).exitCode()).isZero();
        assertThat(backlot.run("ledger", "checkpoint", other, "--out", note).exitCode()).isZero();

        assertThat(backlot.run("ledger", "verify", show, "--checkpoint", note).exitCode())
                .isEqualTo(1);
        Path garbage = Files.writeString(temporary.resolve("garbage"), "not a note");
        Cli.Result read = backlot.run("ledger", "verify", show, "--checkpoint", garbage);
        assertThat(read.exitCode()).isEqualTo(1);
        assertThat(read.out() + read.err())
                .contains(garbage.toString())
                .doesNotContain("this should not have happened");
        assertThat(
                        backlot.run(
                                        "ledger",
                                        "verify",
                                        show,
                                        "--checkpoint",
                                        temporary.resolve("none"))
                                .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aChangedPlateIsNamedByVerifyAndRefusedAtExport() throws IOException {
        String asset =
                backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                        .flatMap(entry -> ((JsonObject) entry).text("asset").stream())
                        .findFirst()
                        .orElseThrow();
        Path file =
                show.resolve("assets")
                        .resolve(asset.substring(0, 2))
                        .resolve(asset.substring(2, 4))
                        .resolve(asset);
        assertThat(file.toFile().setWritable(true)).isTrue();
        TinyPack.flip(file, -20);

        Cli.Result verified = backlot.run("ledger", "verify", show, "--json");
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out()).contains(asset);
        Cli.Result export = backlot.run("export", show, 2, "--out", temporary.resolve("x.png"));
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err()).contains(asset).doesNotContain("this should not have happened");
        assertThat(temporary.resolve("x.png")).doesNotExist();
    }

    private static List<String> codes(Cli.Result result) {
        return result.json().array("findings").orElseThrow().stream()
                .map(finding -> ((JsonObject) finding).text("code").orElse(""))
                .toList();
    }
}
