package studio.backlot.likeness.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.likeness.DrawnFace;
import studio.backlot.likeness.Face;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;
import studio.backlot.raster.Rectangle;

/// Python, with the same graph, finds the faces that we find.
@Tag("peer")
class FaceFinderPeerTest {
    @TempDir Path folder;

    @Test
    void pythonFindsTheSameFaces() throws Exception {
        List<Plate> plates = plates();
        List<String> arguments = new ArrayList<>();
        for (Plate plate : plates) {
            Path file = folder.resolve(arguments.size() + ".png");
            arguments.add(file.toString());
            Files.write(file, PngWriter.encode(plate, PngWriter.QUICK, List.of()));
        }

        List<List<JsonObject>> seen = peer(arguments);

        int found = 0;
        try (var finder = OnnxFaceFinder.open(OnnxFaceFinderTest.GRAPH)) {
            for (int i = 0; i < plates.size(); i++) {
                List<Face> ours = finder.find(plates.get(i), new Cancellation());
                assertThat(ours).as("picture %s", i).hasSameSizeAs(seen.get(i));
                for (int k = 0; k < ours.size(); k++) {
                    assertSame(ours.get(k), seen.get(i).get(k), plates.get(i));
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(15);
    }

    /// Up to three faces of different sizes each, also over the edges, in pictures of any size.
    private static List<Plate> plates() {
        var random = new Random(29);
        List<Plate> plates = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int width = 150 + random.nextInt(350);
            int height = 100 + random.nextInt(250);
            var faces = new double[1 + random.nextInt(3)][];
            for (int k = 0; k < faces.length; k++) {
                faces[k] =
                        new double[] {
                            random.nextInt(width), random.nextInt(height), 16 + random.nextInt(50)
                        };
            }
            plates.add(DrawnFace.plate(width, height, faces));
        }
        return plates;
    }

    private static void assertSame(Face ours, JsonObject theirs, Plate plate) {
        assertThat(ours.score()).isCloseTo(number(theirs, "score"), within(1e-4));
        Rectangle box = ours.box();
        assertThat((double) box.x()).isCloseTo(number(theirs, "left"), within(1.01));
        assertThat((double) box.y()).isCloseTo(number(theirs, "top"), within(1.01));
        assertThat((double) box.right())
                .isCloseTo(Math.min(plate.width(), number(theirs, "right")), within(1.01));
        assertThat((double) box.bottom())
                .isCloseTo(Math.min(plate.height(), number(theirs, "bottom")), within(1.01));
    }

    private static double number(JsonObject face, String name) {
        return Double.parseDouble(face.text(name).orElseThrow());
    }

    private List<List<JsonObject>> peer(List<String> pictures)
            throws IOException, InterruptedException {
        String python =
                Optional.ofNullable(System.getProperty("BACKLOT_PEER_PYTHON"))
                        .or(() -> Optional.ofNullable(System.getenv("BACKLOT_PEER_PYTHON")))
                        .orElseThrow(() ->
                                new AssertionError(
                                        "the tests tagged peer need Python with ONNX Runtime: set BACKLOT_PEER_PYTHON"
                                                + " to the interpreter, or run .ci/run, which makes one"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                python,
                                "src/test/peer/find_faces.py",
                                OnnxFaceFinderTest.GRAPH.toString()));
        command.addAll(pictures);
        File answer = folder.resolve("answer.json").toFile();
        File errors = folder.resolve("errors.txt").toFile();
        int status =
                new ProcessBuilder(command)
                        .redirectOutput(answer)
                        .redirectError(errors)
                        .start()
                        .waitFor();
        assertThat(status).as(Files.readString(errors.toPath())).isZero();
        return ((JsonArray) JsonReader.parse(Files.readString(answer.toPath())))
                .elements().stream()
                        .map(faces ->
                                ((JsonArray) faces)
                                        .elements().stream().map(JsonObject.class::cast).toList())
                        .toList();
    }
}
