package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    @Test
    void imageIoDecodesOurFilesToTheSamePixels() throws IOException {
        for (int level : new int[] {0, PngWriter.QUICK, PngWriter.SMALL, 9}) {
            for (Plate plate :
                    List.of(
                            TestPlates.noise(1, 1, 1),
                            TestPlates.noise(331, 97, 2),
                            TestPlates.soft(640, 360, 3),
                            TestPlates.grey(64, 64, 90),
                            TestPlates.soft(1, 300, 4),
                            TestPlates.soft(2000, 1, 5))) {
                assertThat(decodedByImageIo(PngWriter.encode(plate, level, List.of())))
                        .isEqualTo(plate);
            }
        }
    }

    static Plate decodedByImageIo(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
            rgb[i] = (byte) (pixel >> (16 - 8 * (i % 3)));
        }
        return new Plate(image.getWidth(), image.getHeight(), rgb);
    }

    @Test
    void theSamePlateGivesTheSameBytes() {
        Plate plate = TestPlates.soft(200, 100, 6);

        assertThat(PngWriter.encode(plate, PngWriter.SMALL, List.of()))
                .isEqualTo(PngWriter.encode(plate, PngWriter.SMALL, List.of()));
    }

    @Test
    void chunksComeInOrderAndTextsBeforePixels() {
        byte[] png =
                PngWriter.encode(
                        TestPlates.noise(300, 300, 7), 1, List.of(PngText.of("Title", "täst 🎬")));

        String latin = new String(png, StandardCharsets.ISO_8859_1);
        assertThat(latin.indexOf("IHDR")).isLessThan(latin.indexOf("sRGB"));
        assertThat(latin.indexOf("sRGB")).isLessThan(latin.indexOf("gAMA"));
        assertThat(latin.indexOf("gAMA")).isLessThan(latin.indexOf("iTXtTitle\0\0\0\0\0"));
        assertThat(latin.indexOf("iTXt")).isLessThan(latin.indexOf("IDAT"));
        assertThat(latin.lastIndexOf("IDAT")).isLessThan(latin.indexOf("IEND"));
        assertThat(new String(png, StandardCharsets.UTF_8)).contains("täst 🎬");
    }

    @Test
    void softPicturesAreCompressedWell() {
        Plate plate = TestPlates.soft(400, 300, 8);

        // grain of deviation 2 carries about 3 bits a sample
        assertThat(PngWriter.encode(plate, PngWriter.QUICK, List.of()).length)
                .isLessThan(plate.rgb().length * 55 / 100);
    }

    @Test
    void aFileWithMissingOrSurplusRowsIsNotFinished() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new PngWriter(out, 2, 2, 1)) {
            writer.row(new byte[6], 0);
            assertThatThrownBy(writer::finish).hasMessageContaining("1 of 2");
            assertThatThrownBy(() -> writer.text(PngText.of("a", "b")))
                    .hasMessageContaining("after the first row");
            writer.row(new byte[6], 0);
            assertThatThrownBy(() -> writer.row(new byte[6], 0)).hasMessageContaining("all 2 rows");
            writer.finish();
        }
        assertThat(decodedByImageIo(out.toByteArray())).isEqualTo(TestPlates.grey(2, 2, 0));
    }

    @Test
    void wrongSizesLevelsKeywordsAndTextsAreRefused() {
        assertThatThrownBy(() -> new PngWriter(new ByteArrayOutputStream(), 0, 2, 1))
                .hasMessageContaining("0x2");
        assertThatThrownBy(() -> new PngWriter(new ByteArrayOutputStream(), 2, 2, 10))
                .hasMessageContaining("level 10");
        for (String keyword : List.of("", " a", "a ", "a  b", "ä\n", "日本", "x".repeat(80))) {
            assertThatThrownBy(() -> PngText.of(keyword, ""))
                    .hasMessageContaining("no PNG keyword");
        }
        assertThatThrownBy(() -> PngText.of("a", "b\0c")).hasMessageContaining("U+0000");
    }
}
