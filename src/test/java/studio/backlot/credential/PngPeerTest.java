package studio.backlot.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;
import studio.backlot.raster.TestPlates;

/// Pillow and Python read our files and texts as we do. The interpreter is named by the system
/// property or environment variable `BACKLOT_PEER_PYTHON`.
@Tag("peer")
class PngPeerTest {
    @TempDir Path folder;

    @Test
    void pillowReadsTheExportedTextsAndPixels() throws Exception {
        Plate plate = TestPlates.soft(320, 192, 1);
        var outcome = TestOutcomes.succeeded(plate);
        var words =
                new ExportText(
                        Optional.of("fog, \"harbour\": 日本 🎬\nשלום"), Optional.of("signs\nlogos"));
        var part = new Rectangle(3, 5, 301, 77);
        Path whole = export("whole.png", PngExport.encode(outcome, AssetCrop.whole(plate), words));
        Path cut =
                export(
                        "cut.png",
                        PngExport.encode(outcome, new AssetCrop(plate, part), ExportText.NONE));

        List<JsonObject> seen = peer("pictures", whole.toString(), cut.toString());

        assertThat(seen.get(0).text("parameters"))
                .contains(
                        new A1111Parameters(
                                        words.prompt(),
                                        words.negativePrompt(),
                                        parameters(seen.get(1)).values())
                                .format());
        assertPicture(seen.get(0), plate);
        assertPicture(seen.get(1), plate.crop(part));
        assertThat(parameters(seen.get(1)).prompt()).isEmpty();
        assertThat(parameters(seen.get(1)).values()).containsEntry("Seed", "-1").hasSize(10);
        assertThat(
                        LedgerPointer.parse(
                                CanonicalJson.text(seen.get(0).get("backlot").orElseThrow())))
                .isEqualTo(LedgerPointer.to(outcome));
    }

    private static A1111Parameters parameters(JsonObject picture) {
        return A1111Parameters.parse(picture.text("parameters").orElseThrow());
    }

    private static void assertPicture(JsonObject seen, Plate plate) {
        assertThat(seen.text("mode")).contains("RGB");
        assertThat(seen.number("width").map(JsonNumber::asLong)).contains((long) plate.width());
        assertThat(seen.number("height").map(JsonNumber::asLong)).contains((long) plate.height());
        assertThat(seen.text("samples")).contains(ContentHash.of(plate.rgb()).hex());
        assertThat(seen.text("digitalSourceType"))
                .contains(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri());
        assertThat(seen.array("creators").orElseThrow())
                .containsExactly(new JsonString("Ada Löwe"));
    }

    @Test
    void pythonReadsTextsOfTheWebUiAsWeDo() throws Exception {
        var random = new Random(17);
        List<String> pieces =
                List.of(
                        "Steps: 20, ",
                        "Seed: 1, ",
                        "Size: 5x7",
                        "aa",
                        "b",
                        ": ",
                        ":",
                        ", ",
                        ",",
                        "\"",
                        "\\",
                        "\n",
                        " ",
                        "-",
                        "/",
                        "é日",
                        "Negative prompt:",
                        "Negative prompt: x\n",
                        "\"a, b\"",
                        "\\n",
                        "\t",
                        "(x:1.2)",
                        "{",
                        "_");
        List<JsonValue> texts = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            texts.add(
                    new JsonString(
                            random.ints(1 + random.nextInt(25), 0, pieces.size())
                                    .mapToObj(pieces::get)
                                    .collect(Collectors.joining())));
        }
        Path file = folder.resolve("texts.json");
        Files.write(file, CanonicalJson.bytes(new JsonArray(texts)));

        List<JsonObject> seen = peer("texts", file.toString());

        for (int i = 0; i < texts.size(); i++) {
            String text = ((JsonString) texts.get(i)).value();
            A1111Parameters ours = A1111Parameters.parse(text);
            assertThat(ours.prompt().orElse(""))
                    .as(text)
                    .isEqualTo(seen.get(i).text("prompt").orElseThrow());
            assertThat(ours.negativePrompt().orElse(""))
                    .as(text)
                    .isEqualTo(seen.get(i).text("negative").orElseThrow());
            Map<String, String> values = new LinkedHashMap<>();
            seen.get(i)
                    .object("values")
                    .orElseThrow()
                    .members()
                    .forEach((key, value) -> values.put(key, ((JsonString) value).value()));
            assertThat(ours.values()).as(text).isEqualTo(values);
        }
    }

    private Path export(String name, byte[] png) throws IOException {
        return Files.write(folder.resolve(name), png);
    }

    private List<JsonObject> peer(String... arguments) throws IOException, InterruptedException {
        String python =
                Optional.ofNullable(System.getProperty("BACKLOT_PEER_PYTHON"))
                        .or(() -> Optional.ofNullable(System.getenv("BACKLOT_PEER_PYTHON")))
                        .orElseThrow(() ->
                                new AssertionError(
                                        "the tests tagged peer need Python with Pillow: set BACKLOT_PEER_PYTHON to "
                                                + "the interpreter, or run .ci/run, which makes one"));
        List<String> command = new ArrayList<>(List.of(python, "src/test/peer/check_png.py"));
        command.addAll(List.of(arguments));
        File answer = folder.resolve("answer.json").toFile();
        File errors = folder.resolve("errors.txt").toFile();
        int status =
                new ProcessBuilder(command)
                        .redirectOutput(answer)
                        .redirectError(errors)
                        .start()
                        .waitFor();
        assertThat(status).as(() -> read(errors)).isZero();
        return ((JsonArray) JsonReader.parse(read(answer)))
                .elements().stream().map(JsonObject.class::cast).toList();
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
