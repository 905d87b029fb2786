package studio.backlot.likeness.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.likeness.DrawnFace;
import studio.backlot.likeness.Face;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.raster.Rectangle;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxFaceFinderTest {
    static final Path GRAPH = Path.of("models/centerface/model.onnx");
    private static final Path KNOWN_GOOD = Path.of("src/test/resources/known-good");

    private final OnnxFaceFinder finder = OnnxFaceFinder.open(GRAPH);

    @AfterAll
    void close() {
        finder.close();
    }

    private List<Face> find(Plate plate) {
        return finder.find(plate, new Cancellation());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 32, 64})
    void aFaceIsFoundWhereItIs(int size) {
        assertThat(find(DrawnFace.plate(320, 192, new double[] {150, 90, size})))
                .singleElement()
                .satisfies(face -> {
                    assertThat(face.score()).isBetween(.6, 1.0);
                    assertAround(face.box(), 150, 90, size);
                });
    }

    /// The box holds eyes and mouth, and is no wider than the head.
    private static void assertAround(Rectangle box, double x, double y, double size) {
        assertThat((double) box.x()).isBetween(x - size, x - .3 * size);
        assertThat((double) box.right()).isBetween(x + .3 * size, x + size);
        assertThat((double) box.y()).isBetween(y - 1.4 * size, y - .05 * size);
        assertThat((double) box.bottom()).isBetween(y + .62 * size, y + 1.4 * size);
    }

    @Test
    void twoFacesAreTwo() {
        Plate plate =
                DrawnFace.plate(400, 200, new double[] {100, 90, 40}, new double[] {290, 90, 30});
        List<Face> faces = find(plate);
        assertThat(faces).hasSize(2);
        assertThat(faces.get(0).score()).isGreaterThanOrEqualTo(faces.get(1).score());
        assertThat(faces.stream().map(face -> face.box().x() < 200))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anySizeOfPictureIsLookedAt() {
        assertThat(find(DrawnFace.plate(333, 217, new double[] {160, 100, 50}))).hasSize(1);
        assertThat(find(DrawnFace.plate(97, 131, new double[] {48, 60, 30}))).hasSize(1);
        assertThat(find(new Plate(1, 1, new byte[3]))).isEmpty();
        assertThat(find(new Plate(3000, 1, new byte[9000]))).isEmpty();
    }

    @Test
    void aLargePictureIsReducedAndTheBoxIsInItsOwnPixels() {
        int large = 2 * OnnxFaceFinder.LONGEST_SIDE;
        assertThat(find(DrawnFace.plate(large, 900, new double[] {1500, 400, 150})))
                .singleElement()
                .satisfies(face -> assertAround(face.box(), 1500, 400, 150));
    }

    @Test
    void aFaceAtTheEdgeHasItsBoxInsideThePicture() {
        assertThat(find(DrawnFace.plate(321, 193, new double[] {300, 140, 50})))
                .allSatisfy(face -> assertThat(face.box().fitsIn(321, 193)).isTrue());
        assertThat(find(DrawnFace.plate(321, 193, new double[] {300, 140, 50}))).hasSize(1);
    }

    @Test
    void theSamePictureGivesTheSameFaces() {
        Plate plate = DrawnFace.plate(320, 192, new double[] {160, 90, 40});
        assertThat(find(plate)).isEqualTo(find(plate));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backdrop/backdrop-0.png",
                "backdrop/backdrop-1.png",
                "backdrop/backdrop-2.png",
                "backdrop/backdrop-3.png"
            })
    void noFaceIsFoundInALandscape(String file) throws IOException {
        Plate plate = PngReader.read(Files.readAllBytes(KNOWN_GOOD.resolve(file))).plate();
        assertThat(find(plate)).isEmpty();
    }

    @Test
    void nothingIsLookedAtAfterTheRunWasStopped() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> finder.find(new Plate(1, 1, new byte[3]), cancellation))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void anotherGraphIsNoFaceFinder() {
        assertThatThrownBy(() ->
                        OnnxFaceFinder.open(Path.of("models/realesrgan-animevideo-x4/model.onnx")))
                .isInstanceOf(TensorMismatch.class)
                .hasMessageContaining("is no face finder");
    }
}
