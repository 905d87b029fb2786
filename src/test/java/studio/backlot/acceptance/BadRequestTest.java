package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class BadRequestTest {
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

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                Arguments.of(List.of("--size", "0x0"), "each side is 1 to"),
                Arguments.of(
                        List.of("--size", "big"), "write width x height in pixels, as 320x192"),
                Arguments.of(
                        List.of("--size", "99999999x99999999"), "write width x height in pixels"),
                Arguments.of(List.of("--scheduler", "kdpm2"), "it has DDIMScheduler (ddim)"),
                Arguments.of(List.of("--frame", "imax"), "write one of"),
                Arguments.of(List.of("--frame", "hd", "--size", "64x64"), "leave out --size"),
                Arguments.of(List.of("--overscan", "5"), "give --frame as well"),
                Arguments.of(List.of("--use", "poster"), "choose idea, temp or final"),
                Arguments.of(List.of("--steps", "0"), "give 1 to 1000"),
                Arguments.of(List.of("--steps", "many"), "'many' is not an int"),
                Arguments.of(List.of("--guidance", "NaN"), "give 0 to 100"),
                Arguments.of(List.of("--seed", "lucky"), "a whole number of 64 bits"),
                Arguments.of(List.of("--count", "0"), "--count is 1 to 1000"),
                Arguments.of(List.of("--upscale", "3"), "2 or 4 times"),
                Arguments.of(List.of("--colour", "red"), "Unknown options: '--colour'"));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void wrongUseEndsWithTwoSaysWhatIsRightAndMakesNothing(List<String> words, String advice) {
        Cli.Result result = generate("a lighthouse", words.toArray());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("backlot: ")
                .contains(advice)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(show).doesNotExist();
        assertThat(plate).doesNotExist();
    }

    static Stream<Arguments> sizesThePackCannotDo() {
        return Stream.of(
                Arguments.of("100x100", "the nearest sizes are 96×96 and 112×112"),
                Arguments.of("8192x8192", "the nearest size is 256×256"),
                Arguments.of("65536x16", "the nearest size is"));
    }

    @ParameterizedTest
    @MethodSource("sizesThePackCannotDo")
    void aSizeThatThePackCannotDoNamesOneThatItCan(String size, String advice) {
        Cli.Result result = generate("a lighthouse", "--size", size);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("this pack cannot make").contains(advice);
        assertThat(statuses()).containsExactly("failed");
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    @Test
    void aPackThatIsNoneIsRefusedWithTheInstalledOnes() {
        Cli.Result unknown = generate("a lighthouse", "--pack", "sdxl");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("there is no model pack \"sdxl\"")
                .contains("backdrop-mini")
                .contains("tiny");
        Cli.Result folder = generate("a lighthouse", "--pack", temporary);
        assertThat(folder.exitCode()).isEqualTo(1);
        assertThat(folder.err())
                .contains(temporary + " is no model pack")
                .contains("model_index.json");
        assertThat(show).doesNotExist();
    }

    static Stream<String> prompts() {
        return Stream.of(
                "",
                "   \n",
                "ж".repeat(10_000),
                "a 🏮 lantern 👩🏽‍🚀 over 🌊🇪🇸",
                "منارة عند الغسق \u202Eabc\u202C",
                "bell\u0007 escape\u001b[31m null\u0000 tab\t return\r\n end\u007f\u009b\ufeff",
                "quotes \" ' \\ <b>&amp;</b> %s {0} $(x) `y` ; --out z",
                "-- <|startoftext|> [CLS] </s>",
                "e\u0301 and \u00e9 are two spellings");
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void anyPromptMakesAPlateAndIsRecordedExactly(String prompt) {
        Cli.Result result = generate(prompt, "--negative", prompt);

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonObject shown = backlot.json("ledger", "show", show, 1);
        assertThat(payload(shown, "prompt")).isEqualTo(prompt);
        assertThat(payload(shown, "negative_prompt")).isEqualTo(prompt);
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
    }

    @Test
    void aPersonsWordsReachTheTerminalWithoutItsControlCharacters() {
        generate("red \u001b[31m and a bell \u0007\nrecord 3: approved \u202e");

        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains(
                        "prompt (payload 1): red \\u001b[31m and a bell \\u0007\\nrecord 3: approved \\u202e\n");
        assertThat(backlot.run("ledger", "list", show).out().lines()).hasSize(4);
        Cli.Result named = generate("x", "--person", "Eve\u001b[2J\nAda");
        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.err()).doesNotContain("\u001b").contains("without control characters");
        assertThat(backlot.run("erase", show, "no\u001bbody", "--reason", "x").err())
                .doesNotContain("\u001b");
    }

    @Test
    void aPromptWithHalfACharacterIsRefusedAndRecordsNothing() {
        Cli.Result result = generate("half \ud83d a character");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("half of a character at position 5");
        assertThat(show).doesNotExist();
    }

    @Test
    void aPromptIsNeededAndAFileToWrite() {
        assertThat(backlot.run("generate", "--out", plate).exitCode()).isEqualTo(2);
        assertThat(backlot.run("generate", "--prompt", "x").exitCode()).isEqualTo(2);
        assertThat(backlot.run("generate").err()).contains("--prompt").contains("--out");
        assertThat(backlot.run("no-such-command").exitCode()).isEqualTo(2);
        assertThat(backlot.run("ledger").exitCode()).isEqualTo(2);
        assertThat(backlot.run("ledger", "show", show).exitCode()).isEqualTo(2);
    }

    @Test
    void aPlaceThatCannotHoldTheFileIsRefusedBeforeAnyModelIsTouched() throws IOException {
        assertThat(backlot.run("production", "new", show).exitCode()).isZero();
        Path file = Files.createFile(temporary.resolve("file"));

        Cli.Result missing = generate("x", "--out", temporary.resolve("missing/plate.png"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no folder " + temporary.resolve("missing"));
        assertThat(generate("x", "--out", show).err()).contains(show + ": it is a folder");
        assertThat(generate("x", "--out", file.resolve("plate.png")).exitCode()).isEqualTo(1);

        assertThat(events()).containsExactly("production");
        Cli.Result export =
                backlot.run(
                        "ledger", "checkpoint", show, "--out", temporary.resolve("missing/note"));
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err())
                .contains(temporary.resolve("missing/note").toString())
                .contains("another place");
    }

    @Test
    void aPlateThatCouldNotBeWrittenOutIsKeptAndExportedElsewhere() throws IOException {
        assertThat(generate("x").exitCode()).isZero();
        Path folder = Files.createDirectory(temporary.resolve("folder"));

        Cli.Result refused = backlot.run("export", show, 2, "--out", folder);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("it is a folder");
        assertThat(events()).containsExactly("production", "intent", "outcome", "export");
        assertThat(folder).isEmptyDirectory();
        assertThat(backlot.run("export", show, 2, "--out", folder.resolve("plate.png")).exitCode())
                .isZero();
    }

    @Test
    void recordsThatAreNotThereAreNamed() {
        assertThat(generate("x").exitCode()).isZero();

        assertThat(backlot.run("export", show, 1, "--out", plate).err())
                .contains("record 1 has no picture");
        assertThat(backlot.run("export", show, "deadbeef", "--out", plate).err())
                .contains("no record")
                .contains("deadbeef");
        assertThat(backlot.run("ledger", "show", show, "-1").exitCode()).isNotZero();
        assertThat(backlot.run("ledger", "show", show, "last").err())
                .contains("neither a record's number nor an asset's hash");
        assertThat(backlot.run("export", show, 2, "--format", "exr", "--out", plate).exitCode())
                .isEqualTo(2);
        assertThat(backlot.run("inspect", temporary.resolve("gone.png")).err())
                .contains("there is no file");
        Cli.Result erase = backlot.run("erase", show, "Nobody", "--reason", "asked");
        assertThat(erase.exitCode()).isEqualTo(1);
        assertThat(erase.err()).contains("there is no text to erase for \"Nobody\"");
        assertThat(backlot.run("erase", show, 2).exitCode()).as("a reason is needed").isEqualTo(2);
    }

    private Cli.Result generate(String prompt, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("generate", "--prompt", prompt, "--production", show));
        List<Object> given = List.of(more);
        words.addAll(given);
        words.addAll(given.contains("--pack") ? List.of() : List.of("--pack", "tiny"));
        words.addAll(given.contains("--steps") ? List.of() : List.of("--steps", 2));
        words.addAll(given.contains("--seed") ? List.of() : List.of("--seed", 7));
        words.addAll(given.contains("--out") ? List.of() : List.of("--out", plate));
        return backlot.run(words.toArray());
    }

    private static String payload(JsonObject shown, String kind) {
        return shown.array("payloads").orElseThrow().stream()
                .map(payload -> (JsonObject) payload)
                .filter(payload -> payload.text("kind").orElse("").equals(kind))
                .map(payload -> payload.text("text").orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private List<String> events() {
        return members("event");
    }

    private List<String> statuses() {
        return members("status");
    }

    private List<String> members(String name) {
        return backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                .flatMap(entry -> ((JsonObject) entry).text(name).stream())
                .toList();
    }
}
