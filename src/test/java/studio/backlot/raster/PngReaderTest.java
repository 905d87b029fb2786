package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.raster.PngSamples.Sample;

class PngReaderTest {
    static List<Sample> samples() throws IOException {
        return PngSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void filesOfImageIoReadToTheSamplesThatWereWritten(Sample sample) {
        PngPicture picture = PngReader.read(sample.png());

        assertThat(picture.plate()).isEqualTo(expected(sample.image()));
        assertThat(picture.header().isInterlaced()).isEqualTo(sample.name().endsWith("interlaced"));
        assertThat(picture.isComposited()).isEqualTo(hasTransparentPixel(sample.image()));
    }

    private static Plate expected(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % image.getWidth();
            int y = i / 3 / image.getWidth();
            int[] rgba = rgba(image, x, y);
            int largest = rgba[4];
            long eightBits = Math.round(rgba[i % 3] * 255.0 / largest);
            rgb[i] = (byte) Math.round(eightBits * (double) rgba[3] / largest);
        }
        return new Plate(image.getWidth(), image.getHeight(), rgb);
    }

    private static boolean hasTransparentPixel(BufferedImage image) {
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int[] rgba = rgba(image, i % image.getWidth(), i / image.getWidth());
            if (rgba[3] < rgba[4]) {
                return true;
            }
        }
        return false;
    }

    /// Red, green, blue, alpha, and what full is.
    private static int[] rgba(BufferedImage image, int x, int y) {
        if (image.getColorModel() instanceof IndexColorModel) {
            int argb = image.getRGB(x, y);
            return new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24, 255};
        }
        int[] samples = image.getRaster().getPixel(x, y, (int[]) null);
        int largest = (1 << image.getSampleModel().getSampleSize(0)) - 1;
        return switch (samples.length) {
            case 1 -> new int[] {samples[0], samples[0], samples[0], largest, largest};
            case 2 -> new int[] {samples[0], samples[0], samples[0], samples[1], largest};
            case 3 -> new int[] {samples[0], samples[1], samples[2], largest, largest};
            default -> new int[] {samples[0], samples[1], samples[2], samples[3], largest};
        };
    }

    @Test
    void ourOwnFilesReadToTheSamePlate() {
        for (Plate plate :
                List.of(
                        TestPlates.noise(1, 1, 1),
                        TestPlates.noise(333, 77, 2),
                        TestPlates.soft(320, 192, 3))) {
            PngPicture picture =
                    PngReader.read(
                            PngWriter.encode(
                                    plate, PngWriter.QUICK, List.of(PngText.of("a", "b"))));

            assertThat(picture.plate()).isEqualTo(plate);
            assertThat(picture.isComposited()).isFalse();
        }
    }

    @Test
    void theTransparentColourOfAnRgbFileBecomesBlack() {
        var plate = new Plate(2, 1, new byte[] {9, 8, 7, 9, 8, 6});
        byte[] png = PngWriter.encode(plate, 1, List.of(PngText.of("k", "123456")));
        byte[] keyed = replaceText(png, "tRNS", new byte[] {0, 9, 0, 8, 0, 7});

        PngPicture picture = PngReader.read(keyed);

        assertThat(picture.plate().rgb()).containsExactly(0, 0, 0, 9, 8, 6);
        assertThat(picture.isComposited()).isTrue();
    }

    /// Puts another chunk where the text chunk of 12 bytes stands.
    private static byte[] replaceText(byte[] png, String type, byte[] content) {
        int at =
                PngChunks.of(png).chunks().stream()
                                .filter(chunk -> chunk.type().equals("iTXt"))
                                .findFirst()
                                .orElseThrow()
                                .offset()
                        - 8;
        byte[] chunk =
                ByteBuffer.allocate(8 + content.length)
                        .putInt(content.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        var crc = new CRC32();
        crc.update(chunk, 4, chunk.length - 4);
        return ByteBuffer.allocate(png.length - 24 + chunk.length + 4)
                .put(png, 0, at)
                .put(chunk)
                .putInt((int) crc.getValue())
                .put(png, at + 24, png.length - at - 24)
                .array();
    }

    @Test
    void anUnknownCriticalChunkIsRefusedAndAnUnknownOtherOneIsSkipped() {
        byte[] png =
                PngWriter.encode(TestPlates.noise(4, 4, 1), 1, List.of(PngText.of("k", "123456")));

        assertThat(PngReader.read(replaceText(png, "abCD", new byte[3])).plate())
                .isEqualTo(TestPlates.noise(4, 4, 1));
        assertThatThrownBy(() -> PngReader.read(replaceText(png, "ABCD", new byte[3])))
                .isInstanceOf(MalformedPng.class)
                .hasMessageContaining("chunk ABCD at byte")
                .hasMessageContaining("no known kind");
    }

    @Test
    void eachKindOfDamageIsNamed() {
        byte[] png = PngWriter.encode(TestPlates.noise(40, 40, 1), 1, List.of());

        assertRefused(new byte[0], "eight bytes");
        assertRefused(new byte[] {'G', 'I', 'F', '8', '9', 'a', 0, 0}, "eight bytes");
        assertRefused(Arrays.copyOf(png, 8), "no IEND|without an IEND|no chunks");
        assertRefused(Arrays.copyOf(png, 100), "cut off");
        assertRefused(Arrays.copyOf(png, png.length - 12), "without an IEND");
        assertRefused(changed(png, png.length - 500, 1), "checksum does not fit");
        assertRefused(changed(png, 24, 9), "chunk IHDR at byte 8 is damaged");
        assertRefused(withHeader(png, 40, 41), "end inside row 40 of 41");
        assertRefused(withHeader(png, 40, 39), "go on after the last row");
        assertRefused(withHeader(png, 41, 40), "filter type|end inside row");
        assertRefused(withHeader(png, 0, 40), "0x40");
        assertRefused(withHeader(png, -1, 40), "4294967295x40");
    }

    @Test
    void hugeSizesAreRefusedBeforeAnythingIsAllocated() {
        byte[] png = PngWriter.encode(TestPlates.noise(4, 4, 1), 1, List.of());

        assertRefused(withHeader(png, 200_000, 200_000), "more than the 67108864 pixels");
        assertRefused(withHeader(png, 8192, 8192), "cannot be in the");
        assertRefused(withHeader(png, Integer.MAX_VALUE, 1), "sides of 1 to 262144");
        assertThatThrownBy(() -> PngReader.read(png, 15))
                .isInstanceOf(MalformedPng.class)
                .hasMessageContaining("15 pixels");
        assertThat(PngReader.read(png, 16).plate()).isEqualTo(TestPlates.noise(4, 4, 1));
    }

    private static void assertRefused(byte[] png, String messagePattern) {
        assertThatThrownBy(() -> PngReader.read(png))
                .isInstanceOf(MalformedPng.class)
                .hasMessageMatching(
                        "(?s)not a PNG picture that can be read: .*(" + messagePattern + ").*");
    }

    private static byte[] changed(byte[] png, int at, int value) {
        byte[] copy = png.clone();
        copy[at] ^= (byte) value;
        return copy;
    }

    private static byte[] withHeader(byte[] png, int width, int height) {
        byte[] copy = png.clone();
        ByteBuffer.wrap(copy).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(copy, 12, 17);
        ByteBuffer.wrap(copy).putInt(29, (int) crc.getValue());
        return copy;
    }
}
