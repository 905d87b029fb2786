package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// From a prompt to a plate that an outsider can check: what an artist and a producer type, one
/// command after the other.
class StoryTest {
    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private Path pack = Path.of("");
    private Path plate = Path.of("");

    @BeforeEach
    void makeProduction() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        plate = temporary.resolve("plate.png");
        pack = TinyPack.install(backlot.packs(), "tiny");
    }

    @Test
    void theFirstCommandMakesAProductionBesideThePlateAndNamesIt() {
        JsonObject made = generate("--seed", 7, "--out", plate);

        assertThat(made.text("production"))
                .contains(temporary.resolve("plate.production").toString());
        assertThat(
                        texts(
                                backlot.json(
                                        "ledger", "list", temporary.resolve("plate.production")),
                                "entries",
                                "event"))
                .containsExactly("production", "intent", "outcome", "export");
        assertThat(verify(temporary.resolve("plate.production")).exitCode()).isZero();
    }

    @Test
    void aPlateIsRecordedListedShownVerifiedExportedAndFoundAgain() throws IOException {
        assertThat(
                        backlot.run(
                                        "production",
                                        "new",
                                        show,
                                        "--preset",
                                        "small-crew",
                                        "--person",
                                        "Ada")
                                .exitCode())
                .isZero();
        JsonObject made =
                first(
                        generate(
                                "--production",
                                show,
                                "--person",
                                "Ada",
                                "--seed",
                                7,
                                "--out",
                                plate),
                        "plates");
        assertThat(made.text("fileHash")).contains(ContentHash.of(Files.readAllBytes(plate)).hex());
        assertThat(made.text("seed")).contains("7");

        JsonObject listed = backlot.json("ledger", "list", show);
        assertThat(texts(listed, "entries", "event"))
                .containsExactly("production", "intent", "outcome", "export");
        JsonObject shown = backlot.json("ledger", "show", show, made.text("asset").orElseThrow());
        assertThat(shown.object("entry").flatMap(e -> e.text("event"))).contains("outcome");
        assertThat(
                        shown.object("entry")
                                .flatMap(e -> e.object("person"))
                                .flatMap(p -> p.text("name")))
                .contains("Ada");

        Path exported = temporary.resolve("exported.png");
        JsonObject export =
                backlot.json(
                        "export", show, 2, "--use", "temp", "--person", "Ada", "--out", exported);
        assertThat(export.number("exportRecord").orElseThrow().asLong()).isEqualTo(4);
        assertThat(export.text("fileHash"))
                .contains(ContentHash.of(Files.readAllBytes(exported)).hex());

        assertThat(matches(exported)).contains("2 pixels", "4 file");
        assertThat(matches(plate)).contains("3 file");
        assertThat(matches(assetOf(made))).contains("2 asset");
        assertThat(matches(withoutItsRecord(exported))).containsExactly("2 pixels");
        assertThat(matches(stranger())).isEmpty();
        assertThat(verify(show).exitCode()).isZero();
    }

    @Test
    void everyCommandAlsoSpeaksInLines() {
        generate("--production", show, "--seed", 7, "--out", plate);

        assertThat(backlot.run("production", "info", show).out())
                .contains("policy      solo")
                .contains("records     4");
        assertThat(backlot.run("production", "check", show))
                .isEqualTo(new Cli.Result(0, "Nothing to clear up.\n", ""));
        assertThat(backlot.run("ledger", "list", show).out().lines())
                .hasSize(4)
                .anyMatch(l -> l.contains("succeeded"));
        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains("prompt (payload 1): a lighthouse");
        assertThat(verify(show).out()).endsWith("Nothing was changed since it was recorded.\n");
        assertThat(backlot.run("inspect", plate, "--production", show).out())
                .contains("record 3 (export), by file");
        assertThat(backlot.run("replay", show, 2)).isEqualTo(new Cli.Result(0, "identical\n", ""));
        assertThat(backlot.run("packs", "list").out()).contains("tiny").contains("backdrop-mini");
    }

    @Test
    void aReplayIsIdenticalUntilAModelByteChanges() throws IOException {
        generate("--production", show, "--seed", 7, "--out", plate);
        assertThat(backlot.json("replay", show, 2).text("result")).contains("identical");
        Path unet = pack.resolve("unet/model.onnx");
        Path whole = temporary.resolve("whole");
        Files.copy(unet, whole);

        TinyPack.flip(unet, -3000);

        Cli.Result changed = backlot.run("replay", show, 2, "--json");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.json().text("result")).contains("not possible");
        assertThat(changed.json().text("why").orElse(""))
                .contains("unet/model.onnx")
                .contains("tiny");
        Cli.Result models = backlot.run("ledger", "verify", show, "--models", "--json");
        assertThat(models.exitCode()).isEqualTo(1);
        assertThat(models.out()).contains("unet/model.onnx");
        Files.copy(whole, unet, StandardCopyOption.REPLACE_EXISTING);
        assertThat(backlot.run("replay", show, 2).out()).isEqualTo("identical\n");
    }

    @Test
    void aReplayOfAPackThatIsGoneOrOfARecordWithoutPictureSaysSo() {
        Path elsewhere = temporary.resolve("elsewhere/tiny");
        generate("--production", show, "--seed", 7, "--out", plate);
        assertThat(pack.toFile().renameTo(make(elsewhere).toFile())).isTrue();

        Cli.Result gone = backlot.run("replay", show, 2);
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.out()).startsWith("not possible: there is no model pack \"tiny\"");
        assertThat(backlot.run("replay", show, 2, "--pack", elsewhere).out())
                .isEqualTo("identical\n");
        assertThat(backlot.run("replay", show, 1).err())
                .contains("record 1 has no picture")
                .contains("outcome");
        assertThat(backlot.run("replay", show, 99).err())
                .contains("there is no record 99: the ledger has 4");
    }

    @Test
    void aCheckpointKeptOutsideAnchorsWhatItCoversAndNamesARollBack() throws IOException {
        generate("--production", show, "--seed", 7, "--out", plate);
        Path older = temporary.resolve("older");
        TinyPack.copy(show, older);
        generate("--production", show, "--seed", 8, "--out", plate);
        Path note = temporary.resolve("show.checkpoint");
        JsonObject kept = backlot.json("ledger", "checkpoint", show, "--out", note);
        assertThat(kept.text("note")).contains(Files.readString(note));
        generate("--production", show, "--seed", 9, "--out", plate);

        JsonObject report = backlot.json("ledger", "verify", show, "--checkpoint", note);
        assertThat(report.number("anchored").orElseThrow().asLong()).isEqualTo(7);
        assertThat(report.number("unanchored").orElseThrow().asLong()).isEqualTo(3);
        assertThat(report.truth("clean")).contains(true);

        assertThat(verify(older).exitCode())
                .as("a rolled-back copy looks whole from inside")
                .isZero();
        Cli.Result rolledBack =
                backlot.run("ledger", "verify", older, "--checkpoint", note, "--json");
        assertThat(rolledBack.exitCode()).isEqualTo(1);
        assertThat(texts(rolledBack.json(), "findings", "code"))
                .containsExactly("outside.rollback");
    }

    @Test
    void anAnchorFolderGetsTheNewestCheckpointAndUncoversARollBack() throws IOException {
        Path anchor = temporary.resolve("anchor");
        assertThat(backlot.run("production", "new", show, "--anchor", anchor).exitCode()).isZero();
        Path older = temporary.resolve("older");
        TinyPack.copy(show, older);
        generate("--production", show, "--seed", 7, "--out", plate);

        String id = backlot.json("production", "info", show).text("id").orElseThrow();
        assertThat(Files.readString(anchor.resolve(id + ".checkpoint")).lines().skip(1).findFirst())
                .contains("4");
        assertThat(
                        backlot.json("ledger", "verify", show)
                                .number("unanchored")
                                .orElseThrow()
                                .asLong())
                .isZero();
        Cli.Result rolledBack = backlot.run("ledger", "verify", older);
        assertThat(rolledBack.exitCode()).isEqualTo(1);
        assertThat(rolledBack.out()).contains("outside.rollback");
    }

    @Test
    void severalTakesAreNumberedAndEachIsRecorded() {
        JsonObject made = generate("--production", show, "--seed", 7, "--count", 3, "--out", plate);

        assertThat(texts(made, "plates", "seed")).containsExactly("7", "8", "9");
        assertThat(texts(made, "plates", "file"))
                .doesNotHaveDuplicates()
                .allMatch(f -> Files.isRegularFile(Path.of(f)));
        assertThat(texts(backlot.json("ledger", "list", show), "entries", "status"))
                .containsExactly("succeeded", "succeeded", "succeeded");
        assertThat(verify(show).exitCode()).isZero();
    }

    @Test
    void finalIsAWishThatCountsAsTempAndIsRefusedAtExport() throws IOException {
        generate("--production", show, "--seed", 7, "--use", "final", "--out", plate);
        Path wanted = temporary.resolve("final.png");

        Cli.Result refused = backlot.run("export", show, 2, "--use", "final", "--out", wanted);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("final-needs-approval").contains("--use temp");
        assertThat(wanted).doesNotExist();
        JsonObject export = backlot.json("ledger", "show", show, 3).object("entry").orElseThrow();
        assertThat(
                        export.object("assertions")
                                .flatMap(a -> a.object("export"))
                                .flatMap(e -> e.text("use")))
                .contains("temp");
    }

    private JsonObject generate(Object... more) {
        return backlot.json(
                Stream.concat(
                                Stream.of(
                                        "generate",
                                        "--prompt",
                                        "a lighthouse",
                                        "--pack",
                                        "tiny",
                                        "--steps",
                                        2),
                                Stream.of(more))
                        .toArray());
    }

    private Cli.Result verify(Path production) {
        return backlot.run("ledger", "verify", production);
    }

    private List<String> matches(Path file) {
        JsonObject said = backlot.json("inspect", file, "--production", show);
        return said.array("matches").orElseThrow().stream()
                .map(match -> (JsonObject) match)
                .map(match ->
                        match.number("record").orElseThrow().literal()
                                + " "
                                + match.text("by").orElse(""))
                .toList();
    }

    private Path assetOf(JsonObject made) {
        String asset = made.text("asset").orElseThrow();
        return show.resolve("assets")
                .resolve(asset.substring(0, 2))
                .resolve(asset.substring(2, 4))
                .resolve(asset);
    }

    /// The same picture saved by another program: other bytes, no record inside.
    private Path withoutItsRecord(Path png) throws IOException {
        Path copy = temporary.resolve("copy.png");
        ImageIO.write(ImageIO.read(png.toFile()), "png", copy.toFile());
        return copy;
    }

    private Path stranger() throws IOException {
        Path file = temporary.resolve("stranger.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static Path make(Path folder) {
        assertThat(folder.resolveSibling("").toFile().mkdirs()).isTrue();
        return folder;
    }

    private static JsonObject first(JsonObject json, String array) {
        return (JsonObject) json.array(array).orElseThrow().getFirst();
    }

    /// One member of every object in an array, where it is there.
    private static List<String> texts(JsonObject json, String array, String member) {
        return json.array(array).orElseThrow().stream()
                .map(one -> ((JsonObject) one).get(member))
                .flatMap(value -> value.stream().map(StoryTest::text))
                .toList();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toString();
    }
}
