package studio.backlot.raster;

/// A font of 5 by 7 dots for words drawn into pixels: capital letters, comma and space.
///
/// Each glyph is seven rows from the top; in a row the bit of value 16 is the leftmost dot.
final class RasterFont {
    static final int GLYPH_WIDTH = 5;
    static final int GLYPH_HEIGHT = 7;

    /// From the left of one glyph to the left of the next.
    static final int ADVANCE = GLYPH_WIDTH + 1;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ, ";

    /// One text per glyph, in the order of `LETTERS`: each row as two hexadecimal digits.
    private static final String[] ROWS = {
        "0e11111f111111", "1e11111e11111e", "0e11101010110e", "1e11111111111e", "1f10101e10101f",
        "1f10101e101010", "0e11101711110e", "1111111f111111", "0e04040404040e", "0702020202120c",
        "11121418141211", "1010101010101f", "111b1515111111", "11111915131111", "0e11111111110e",
        "1e11111e101010", "0e11111115120d", "1e11111e141211", "0f10100e01011e", "1f040404040404",
        "1111111111110e", "11111111110a04", "1111111515150a", "11110a040a1111", "11110a04040404",
        "1f01020408101f", "000000000c0408", "00000000000000",
    };

    private RasterFont() {}

    /// Whether the glyph of this letter has a dot there; columns and rows count from 0. Throws
    /// [IllegalArgumentException] for a letter that the font does not have.
    static boolean isDot(char letter, int column, int row) {
        int glyph = LETTERS.indexOf(letter);
        if (glyph < 0) {
            throw new IllegalArgumentException("the font has no glyph for \"" + letter + "\"");
        }
        int bits = Integer.parseInt(ROWS[glyph], 2 * row, 2 * row + 2, 16);
        return (bits >> (GLYPH_WIDTH - 1 - column) & 1) == 1;
    }

    /// Dots from the left of the first glyph to the right of the last one.
    static int width(String words) {
        return words.length() * ADVANCE - 1;
    }
}
