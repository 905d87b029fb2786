package studio.backlot.raster;

/// The five PNG row filters (PNG third edition, §9) and the choice among them: the least sum of
/// absolute differences (§12.7), estimated on every [#STEP]th sample so that a row is filtered
/// once, not five times.
final class PngRowFilter {
    /// Of no common divisor with three or four samples a pixel, so that all channels are asked
    /// alike.
    private static final int STEP = 5;

    private static final byte SUB = 1;
    private static final byte UP = 2;
    private static final byte AVERAGE = 3;
    private static final byte PAETH = 4;

    private final int length;
    private final int pixelBytes;
    private final byte[] filtered;

    /// The row above, and the row itself, each after `pixelBytes` zeros that stand for what lies
    /// left of the picture.
    private byte[] above;

    private byte[] current;

    /// A filter for rows of this many bytes, `pixelBytes` for each pixel.
    PngRowFilter(int length, int pixelBytes) {
        this.length = length;
        this.pixelBytes = pixelBytes;
        this.filtered = new byte[length + 1];
        this.above = new byte[length + pixelBytes];
        this.current = new byte[length + pixelBytes];
    }

    /// The next row with its filter type in front; the array is used again by the next call.
    byte[] apply(byte[] source, int offset) {
        System.arraycopy(source, offset, current, pixelBytes, length);
        byte type = choose(current, above, pixelBytes);
        filtered[0] = type;
        switch (type) {
            case SUB -> sub(current, pixelBytes, filtered);
            case UP -> up(current, above, pixelBytes, filtered);
            case AVERAGE -> average(current, above, pixelBytes, filtered);
            case PAETH -> paeth(current, above, pixelBytes, filtered);
            default -> System.arraycopy(source, offset, filtered, 1, length);
        }
        byte[] spare = above;
        above = current;
        current = spare;
        return filtered;
    }

    private static byte choose(byte[] row, byte[] above, int pixel) {
        int none = 0;
        int sub = 0;
        int up = 0;
        int average = 0;
        int paeth = 0;
        for (int i = pixel; i < row.length; i += STEP) {
            int here = row[i] & 0xff;
            int left = row[i - pixel] & 0xff;
            int over = above[i] & 0xff;
            int corner = above[i - pixel] & 0xff;
            none += Math.abs((byte) here);
            sub += Math.abs((byte) (here - left));
            up += Math.abs((byte) (here - over));
            average += Math.abs((byte) (here - ((left + over) >> 1)));
            paeth += Math.abs((byte) (here - predict(left, over, corner)));
        }
        int least = Math.min(Math.min(Math.min(none, sub), Math.min(up, average)), paeth);
        if (least == none) {
            return 0;
        }
        if (least == sub) {
            return SUB;
        }
        if (least == up) {
            return UP;
        }
        return least == average ? AVERAGE : PAETH;
    }

    private static void sub(byte[] row, int pixel, byte[] out) {
        for (int i = 1; i < out.length; i++) {
            out[i] = (byte) (row[i - 1 + pixel] - row[i - 1]);
        }
    }

    private static void up(byte[] row, byte[] above, int pixel, byte[] out) {
        for (int i = 1; i < out.length; i++) {
            out[i] = (byte) (row[i - 1 + pixel] - above[i - 1 + pixel]);
        }
    }

    private static void average(byte[] row, byte[] above, int pixel, byte[] out) {
        for (int i = 1; i < out.length; i++) {
            int mean = ((row[i - 1] & 0xff) + (above[i - 1 + pixel] & 0xff)) >> 1;
            out[i] = (byte) (row[i - 1 + pixel] - mean);
        }
    }

    private static void paeth(byte[] row, byte[] above, int pixel, byte[] out) {
        for (int i = 1; i < out.length; i++) {
            int predicted =
                    predict(row[i - 1] & 0xff, above[i - 1 + pixel] & 0xff, above[i - 1] & 0xff);
            out[i] = (byte) (row[i - 1 + pixel] - predicted);
        }
    }

    /// Alan Paeth's predictor: whichever of left, up and upper left is nearest to left + up − upper
    /// left.
    static int predict(int left, int up, int upperLeft) {
        int fromLeft = Math.abs(up - upperLeft);
        int fromUp = Math.abs(left - upperLeft);
        int fromUpperLeft = Math.abs(left + up - 2 * upperLeft);
        if (fromLeft <= fromUp && fromLeft <= fromUpperLeft) {
            return left;
        }
        return fromUp <= fromUpperLeft ? up : upperLeft;
    }
}
