package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BurnInTest {
    @Test
    void theLettersAreDrawnAsTheFontHasThem() {
        Plate marked = BurnIn.on(plain(17, 20, 200), "ET");

        assertThat(picture(marked, 11, 18))
                .isEqualTo(
                        """
                        ...#####.#####...
                        ...#.......#.....
                        ...#.......#.....
                        ...####....#.....
                        ...#.......#.....
                        ...#.......#.....
                        ...#####...#.....
                        """);
    }

    @Test
    void everyGlyphHasDotsButTheSpaceAndNoTwoAreAlike() {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ,";
        assertThat(letters.chars().mapToObj(c -> glyph((char) c)).distinct())
                .hasSize(letters.length())
                .allMatch(glyph -> glyph.contains("#"));
        assertThat(glyph(' ')).doesNotContain("#");
    }

    @Test
    void theWordsStandLargeAndInTheMiddleOfADeliveryFrame() {
        Plate marked = BurnIn.on(plain(1920, 1080, 128), BurnIn.TEMP);

        int[] columns = whiteColumns(marked);
        assertThat(columns[0] - (1919 - columns[1])).isBetween(-12, 12);
        assertThat(columns[1] - columns[0]).isGreaterThan(1920 / 2);
    }

    @Test
    void whatIsAboveTheBandStaysAsItWas() {
        Plate marked = BurnIn.on(plain(640, 360, 90), BurnIn.TEMP);

        byte[] above = Arrays.copyOf(marked.rgb(), 640 * 300 * Plate.CHANNELS);
        assertThat(above).containsOnly((byte) 90);
    }

    @Test
    void theWordsCanBeReadOnWhiteAsOnBlack() {
        for (int sample : new int[] {0, 255}) {
            Plate marked = BurnIn.on(plain(640, 360, sample), BurnIn.TEMP);
            byte[] band = Arrays.copyOfRange(marked.rgb(), 640 * 359 * 3, marked.rgb().length);
            assertThat(band[0] & 0xff).isLessThan(64);
            assertThat(whiteColumns(marked)[1]).isPositive();
        }
    }

    @Test
    void aNarrowPictureTakesMoreLinesAndATinyOneCutsThemOff() {
        Plate narrow = BurnIn.on(plain(64, 64, 10), BurnIn.TEMP);
        assertThat(picture(narrow, 44, 51)).contains("#");
        assertThat(picture(narrow, 53, 60)).contains("#");

        Plate tiny = BurnIn.on(plain(8, 3, 10), BurnIn.TEMP);
        assertThat(tiny.width()).isEqualTo(8);
    }

    @Test
    void theSourceIsNotTouchedAndTheSameWordsGiveTheSamePixels() {
        Plate plate = plain(320, 200, 77);

        assertThat(BurnIn.on(plate, BurnIn.TEMP)).isEqualTo(BurnIn.on(plate, BurnIn.TEMP));
        assertThat(plate.rgb()).containsOnly((byte) 77);
    }

    @Test
    void aLetterThatTheFontLacksIsRefused() {
        assertThatThrownBy(() -> BurnIn.on(plain(100, 100, 0), "temp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t");
    }

    private static Plate plain(int width, int height, int sample) {
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        Arrays.fill(rgb, (byte) sample);
        return new Plate(width, height, rgb);
    }

    private static boolean isWhite(Plate plate, int x, int y) {
        return (plate.rgb()[(y * plate.width() + x) * Plate.CHANNELS] & 0xff) == 255;
    }

    private static String picture(Plate plate, int fromRow, int toRow) {
        var drawn = new StringBuilder();
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < plate.width(); x++) {
                drawn.append(isWhite(plate, x, y) ? '#' : '.');
            }
            drawn.append('\n');
        }
        return drawn.toString();
    }

    private static String glyph(char letter) {
        var drawn = new StringBuilder();
        for (int row = 0; row < RasterFont.GLYPH_HEIGHT; row++) {
            for (int column = 0; column < RasterFont.GLYPH_WIDTH; column++) {
                drawn.append(RasterFont.isDot(letter, column, row) ? '#' : '.');
            }
        }
        return drawn.toString();
    }

    /// The first and the last column that has a white dot.
    private static int[] whiteColumns(Plate plate) {
        int first = plate.width();
        int last = -1;
        for (int x = 0; x < plate.width(); x++) {
            for (int y = 0; y < plate.height(); y++) {
                if (isWhite(plate, x, y)) {
                    first = Math.min(first, x);
                    last = x;
                }
            }
        }
        return new int[] {first, last};
    }
}
