package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.app.Cli;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;

class BadPackTest {
    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private Path plate = Path.of("");

    @BeforeEach
    void installPack() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        plate = temporary.resolve("plate.png");
        TinyPack.install(backlot.packs(), "tiny");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                missing("unet/model.onnx"),
                missing("text_encoder/model.onnx"),
                missing("tokenizer/vocab.json"),
                missing("scheduler/scheduler_config.json"),
                damage("truncated", "unet/model.onnx", file -> cut(file, 0.5)),
                damage("truncated", "tokenizer/merges.txt", file -> cut(file, 0.3)),
                damage("empty", "text_encoder/model.onnx", file -> cut(file, 0)),
                damage("truncated", "unet/config.json", file -> cut(file, 0.5)),
                damage(
                        "garbled",
                        "scheduler/scheduler_config.json",
                        file -> Files.write(file, new byte[] {0, 1, 2})),
                damage("wrong dtype", "unet/model.onnx", BadPackTest::sampleInputInAnotherType),
                damage("NaN", "unet/model.onnx", BadPackTest::notANumberInTheWeights),
                damage("NaN", "vae_decoder/model.onnx", BadPackTest::notANumberInTheWeights),
                damage("swapped", "unet/model.onnx", file -> over(file, "text_encoder/model.onnx")),
                damage(
                        "swapped",
                        "text_encoder/model.onnx",
                        file -> over(file, "vae_decoder/model.onnx")),
                damage(
                        "swapped",
                        "vae_decoder/model.onnx",
                        file -> over(file, "vae_encoder/model.onnx")),
                damage(
                        "a folder",
                        "unet/model.onnx",
                        file -> {
                            Files.delete(file);
                            Files.createDirectory(file);
                        }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("damages")
    void aDamagedPackIsNamedAndTheRunIsRecordedAsFailed(
            String what, String file, String named, Damage damage) throws IOException {
        damage.to(backlot.packs().resolve("tiny").resolve(file));

        Cli.Result result = generate();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(named)
                .containsPattern("packs check|again|may be swapped")
                .doesNotContain("\tat ");
        assertThat(plate).doesNotExist();
        assertThat(statuses()).containsExactly("failed");
    }

    @Test
    void aPackThatBreaksLosesNoEarlierPlate() throws IOException {
        assertThat(generate().exitCode()).as("the pack works while it is whole").isZero();
        Files.delete(plate);
        cut(backlot.packs().resolve("tiny/unet/model.onnx"), 0.5);

        assertThat(generate().exitCode()).isEqualTo(1);

        assertThat(statuses()).containsExactly("succeeded", "failed");
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
        assertThat(backlot.run("export", show, 2, "--out", plate).exitCode())
                .as("the earlier plate is kept")
                .isZero();
        assertThat(backlot.run("production", "check", show).exitCode()).isZero();
    }

    @Test
    void theReasonOfAFailureIsRecordedForWhoeverHoldsTheKeys() throws IOException {
        Files.delete(backlot.packs().resolve("tiny/unet/model.onnx"));

        assertThat(generate().exitCode()).isEqualTo(1);

        assertThat(backlot.run("ledger", "show", show, 2).out())
                .contains("note (payload 3): ")
                .contains("unet/model.onnx is missing");
        assertThat(backlot.run("replay", show, 2).err()).contains("record 2 has no picture");
    }

    @Test
    void aChangedWeightIsFoundByTheSumsThatCameWithThePack() throws IOException {
        Path tiny = backlot.packs().resolve("tiny");
        assertThat(backlot.run("packs", "check", "backdrop-mini"))
                .isEqualTo(new Cli.Result(0, "backdrop-mini: nothing found\n", ""));
        Path unet = tiny.resolve("unet/model.onnx");
        Files.writeString(
                tiny.resolve("SHA256SUMS"),
                ContentHash.of(Files.readAllBytes(unet)).hex() + "  unet/model.onnx\n");
        assertThat(backlot.run("packs", "check", "tiny").out()).doesNotContain("unet/model.onnx: ");

        notANumberInTheWeights(unet);

        Cli.Result check = backlot.run("packs", "check", "tiny");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("tiny/unet/model.onnx: ");
    }

    @Test
    void aFolderThatIsNoPackIsRefusedBeforeAnythingIsRecorded() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("pictures"));
        Files.writeString(folder.resolve("holiday.jpg"), "no model");

        for (Path wrong :
                List.of(
                        folder,
                        folder.resolve("holiday.jpg"),
                        Path.of("models/realesrgan-animevideo-x4"))) {
            Cli.Result result =
                    backlot.run(
                            "generate",
                            "--prompt",
                            "dusk",
                            "--production",
                            show,
                            "--pack",
                            wrong,
                            "--out",
                            plate);

            assertThat(result.exitCode()).isPositive();
            assertThat(result.err()).contains(wrong.getFileName().toString()).contains("pack");
            assertThat(show).doesNotExist();
        }
    }

    private List<String> statuses() {
        return backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                .flatMap(entry -> ((JsonObject) entry).text("status").stream())
                .toList();
    }

    private Cli.Result generate() {
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
                plate);
    }

    interface Damage {
        void to(Path file) throws IOException;
    }

    private static Arguments missing(String file) {
        return damage("missing", file, Files::delete);
    }

    private static Arguments damage(String what, String file, Damage damage) {
        String named = what.equals("NaN") ? "not a finite number" : file;
        return Arguments.of(what, file, named, damage);
    }

    private static void cut(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    private static void over(Path file, String other) throws IOException {
        Files.copy(
                file.resolveSibling("..").resolve(other),
                file,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// In ONNX's protobuf an input's name is followed by its type: `elem_type` 1 is float, 11 is
    /// double.
    private static void sampleInputInAnotherType(Path file) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        int name = bytes.lastIndexOf("\n\u0006sample\u0012");
        int type = bytes.indexOf("\b\u0001", name);
        assertThat(name).isPositive();
        assertThat(type - name).isBetween(8, 20);
        Files.writeString(
                file,
                bytes.substring(0, type) + "\b\u000b" + bytes.substring(type + 2),
                StandardCharsets.ISO_8859_1);
    }

    /// Four bytes of ones are not a number, wherever the four begin.
    private static void notANumberInTheWeights(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 64, (byte) 0xff);
        Files.write(file, bytes);
    }
}
