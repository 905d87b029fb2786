package studio.backlot.raster;

import java.util.ArrayList;
import java.util.List;

/// Words drawn into a picture's pixels, so that nobody takes it for something else: white letters
/// on a darkened band across the bottom, as on a work print.
///
/// All arithmetic is in whole numbers: the same plate and words give the same pixels everywhere.
public final class BurnIn {
    /// The words on a picture that nobody has approved.
    public static final String TEMP = "TEMP, NOT CLEARED";

    /// Letters are at most this part of the picture's height.
    private static final int PARTS_OF_HEIGHT = 14;

    private static final byte WHITE = (byte) 255;

    private final Plate plate;
    private final int scale;
    private final List<String> lines;

    private BurnIn(Plate plate, int scale, List<String> lines) {
        this.plate = plate;
        this.scale = scale;
        this.lines = lines;
    }

    /// A copy of the plate with these words on it, in as many lines as its width needs; what a very
    /// small picture has no room for is cut off. Throws [IllegalArgumentException] for letters that
    /// are no capitals.
    public static Plate on(Plate plate, String words) {
        int byHeight = plate.height() / (PARTS_OF_HEIGHT * RasterFont.GLYPH_HEIGHT);
        int byWidth = plate.width() * 4 / 5 / RasterFont.width(words);
        int scale = Math.max(1, Math.min(byHeight, byWidth));
        int letters = Math.max(1, plate.width() / scale / RasterFont.ADVANCE);
        return new BurnIn(plate, scale, lines(words, letters)).drawn();
    }

    private static List<String> lines(String words, int lettersInALine) {
        List<String> lines = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            boolean isFitting =
                    !lines.isEmpty()
                            && lines.getLast().length() + 1 + word.length() <= lettersInALine;
            lines.add(isFitting ? lines.removeLast() + " " + word : word);
        }
        return lines;
    }

    private Plate drawn() {
        byte[] rgb = plate.rgb().clone();
        int lineHeight = (RasterFont.GLYPH_HEIGHT + 2) * scale;
        int bandHeight = Math.min(plate.height(), lines.size() * lineHeight + 2 * scale);
        int top = plate.height() - bandHeight;
        for (int i = top * plate.width() * Plate.CHANNELS; i < rgb.length; i++) {
            rgb[i] = (byte) ((rgb[i] & 0xff) / 4);
        }
        for (int line = 0; line < lines.size(); line++) {
            draw(rgb, lines.get(line), top + 2 * scale + line * lineHeight);
        }
        return new Plate(plate.width(), plate.height(), rgb);
    }

    private void draw(byte[] rgb, String line, int top) {
        int left = Math.max(0, (plate.width() - RasterFont.width(line) * scale) / 2);
        int right = Math.min(plate.width(), left + RasterFont.width(line) * scale);
        int bottom = Math.min(plate.height(), top + RasterFont.GLYPH_HEIGHT * scale);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int column = (x - left) / scale;
                int inGlyph = column % RasterFont.ADVANCE;
                char letter = line.charAt(column / RasterFont.ADVANCE);
                if (inGlyph < RasterFont.GLYPH_WIDTH
                        && RasterFont.isDot(letter, inGlyph, (y - top) / scale)) {
                    whiten(rgb, (y * plate.width() + x) * Plate.CHANNELS);
                }
            }
        }
    }

    private static void whiten(byte[] rgb, int at) {
        for (int channel = 0; channel < Plate.CHANNELS; channel++) {
            rgb[at + channel] = WHITE;
        }
    }
}
