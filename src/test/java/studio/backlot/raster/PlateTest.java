package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
    @Test
    void theSampleCountMustFitTheSize() {
        assertThatThrownBy(() -> new Plate(2, 2, new byte[11]))
                .hasMessageContaining("2x2")
                .hasMessageContaining("11");
        assertThatThrownBy(() -> new Plate(0, 2, new byte[0])).hasMessageContaining("0x2");
        assertThatThrownBy(() -> new Plate(1 << 16, 1 << 16, new byte[0]))
                .hasMessageContaining("65536x65536");
    }

    @Test
    void thePixelHashIsTheOnePublished() {
        // python: sha256(b"backlot.pixels/1\0" + (2).to_bytes(8,"big") + (1).to_bytes(8,"big") +
        // bytes([0,1,2,253,254,255]))
        var plate = new Plate(2, 1, new byte[] {0, 1, 2, (byte) 253, (byte) 254, (byte) 255});

        assertThat(plate.pixelHash().hex())
                .isEqualTo("a79b3dfb9281efecc4cf1d738856bfc02fb95b304eba5cb907445c3edba316ce");
        assertThat(new Plate(1, 2, plate.rgb()).pixelHash()).isNotEqualTo(plate.pixelHash());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "1, 255",
        "-7, 0",
        "7, 255",
        "0, 128",
        "-0.99607843, 0",
        "-0.9960784, 1",
        "-0.98823529, 1",
        "0.9960784, 254",
        "0.98823529, 254",
        "0.011764706, 129",
        "0.0039215, 128",
        "-Infinity, 0",
        "Infinity, 255"
    })
    void planarValuesRoundAsNumpyDoes(float value, int sample) {
        Plate plate = Plate.ofPlanar(new float[] {value, value, value}, 1, 1, -1, 1);

        assertThat(plate.rgb()[0] & 0xff).isEqualTo(sample);
    }

    @Test
    void halvesRoundToEven() {
        float[] halves = {0.5f / 255, 1.5f / 255, 2.5f / 255};
        float[] back = {halves[0] * 255f, halves[1] * 255f, halves[2] * 255f};
        assertThat(back).containsExactly(0.5f, 1.5f, 2.5f);

        assertThat(Plate.ofPlanar(halves, 1, 1, 0, 1).rgb()).containsExactly(0, 2, 2);
    }

    @Test
    void aValueThatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> Plate.ofPlanar(new float[] {0, Float.NaN, 0}, 1, 1, -1, 1))
                .hasMessageContaining("NaN");
    }

    @Test
    void planesHoldRedThenGreenThenBlue() {
        var plate = new Plate(2, 1, new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255});

        assertThat(plate.toPlanar(0, 1)).containsExactly(0f, 0.6f, 0.2f, 0.8f, 0.4f, 1f);
        assertThat(plate.toPlanar(-1, 1)[0]).isEqualTo(-1f);
        assertThat(plate.toPlanar(-1, 1)[5]).isEqualTo(1f);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1f, 0f})
    void toPlanesAndBackIsTheSamePlate(float low) {
        Plate plate = TestPlates.noise(37, 23, 1);

        assertThat(Plate.ofPlanar(plate.toPlanar(low, 1), 37, 23, low, 1)).isEqualTo(plate);
    }

    @Test
    void aCropTakesExactlyTheRectangle() {
        Plate plate = TestPlates.noise(9, 7, 2);

        Plate cut = plate.crop(new Rectangle(2, 3, 4, 2));

        assertThat(cut.width()).isEqualTo(4);
        assertThat(cut.height()).isEqualTo(2);
        assertThat(cut.rgb())
                .startsWith(Arrays.copyOfRange(plate.rgb(), (3 * 9 + 2) * 3, (3 * 9 + 6) * 3));
        assertThat(cut.rgb())
                .endsWith(Arrays.copyOfRange(plate.rgb(), (4 * 9 + 2) * 3, (4 * 9 + 6) * 3));
        assertThat(plate.crop(Rectangle.ofSize(9, 7))).isEqualTo(plate);
        assertThatThrownBy(() -> plate.crop(new Rectangle(6, 0, 4, 2))).hasMessageContaining("9x7");
        assertThatThrownBy(() -> plate.crop(new Rectangle(0, 6, 4, 2)))
                .hasMessageContaining("4x2 at 0,6");
    }

    @Test
    void blackAndUniformPlatesAreRecognised() {
        Plate almost = TestPlates.grey(3, 3, 2);
        byte[] oneBright = almost.rgb().clone();
        oneBright[26] = (byte) 200;

        assertThat(almost.isBlack(2)).isTrue();
        assertThat(almost.isBlack(1)).isFalse();
        assertThat(almost.isUniform()).isTrue();
        assertThat(new Plate(3, 3, oneBright).isBlack(199)).isFalse();
        assertThat(new Plate(3, 3, oneBright).isUniform()).isFalse();
        assertThat(new Plate(3, 3, oneBright).brightestSample()).isEqualTo(200);
        assertThat(new Plate(3, 3, oneBright).largestDifference(almost)).isEqualTo(198);
    }

    @Test
    void halvingAveragesLightNotSamples() {
        byte[] checks = new byte[12];
        Arrays.fill(checks, 0, 3, (byte) 255);
        Arrays.fill(checks, 9, 12, (byte) 255);

        // half the light of white is sRGB 188 (0.5 → 187.5160…), not 128
        assertThat(new Plate(2, 2, checks).halved().rgb()).containsOnly(188);
        assertThatThrownBy(() -> TestPlates.grey(3, 2, 0).halved()).hasMessageContaining("3x2");
    }

    @Test
    void everyGreySurvivesEveryReduction() {
        for (int sample = 0; sample < 256; sample++) {
            assertThat(TestPlates.grey(14, 10, sample).halved())
                    .isEqualTo(TestPlates.grey(7, 5, sample));
            assertThat(TestPlates.grey(14, 10, sample).downscaled(5, 3))
                    .isEqualTo(TestPlates.grey(5, 3, sample));
        }
    }

    @Test
    void reductionIsTheNearestSampleOfTheExactMean() {
        Plate plate = TestPlates.noise(30, 20, 3);

        Plate small = plate.downscaled(12, 7);

        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 12; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double exact =
                            encode(
                                    meanLight(
                                            plate,
                                            x * 30 / 12.0,
                                            y * 20 / 7.0,
                                            30 / 12.0,
                                            20 / 7.0,
                                            channel));
                    int found = small.rgb()[(y * 12 + x) * 3 + channel] & 0xff;
                    assertThat(Math.abs(found - exact)).isLessThanOrEqualTo(0.5 + 1e-6);
                }
            }
        }
    }

    private static double meanLight(
            Plate plate, double left, double top, double width, double height, int channel) {
        double sum = 0;
        for (int y = 0; y < plate.height(); y++) {
            for (int x = 0; x < plate.width(); x++) {
                double across = Math.min(left + width, x + 1) - Math.max(left, x);
                double down = Math.min(top + height, y + 1) - Math.max(top, y);
                if (across > 0 && down > 0) {
                    double encoded =
                            (plate.rgb()[(y * plate.width() + x) * 3 + channel] & 0xff) / 255.0;
                    double light =
                            encoded <= 0.04045
                                    ? encoded / 12.92
                                    : Math.pow((encoded + 0.055) / 1.055, 2.4);
                    sum += across * down * light;
                }
            }
        }
        return sum / (width * height);
    }

    private static double encode(double light) {
        return 255
                * (light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055);
    }

    @Test
    void reductionToTheSameSizeChangesNothingAndEnlargingIsRefused() {
        Plate plate = TestPlates.noise(6, 5, 4);

        assertThat(plate.downscaled(6, 5)).isEqualTo(plate);
        assertThatThrownBy(() -> plate.downscaled(7, 5)).hasMessageContaining("7x5");
    }
}
