package studio.backlot.raster;

/// The five PNG row filters (PNG third edition, §9) and the choice among them: the least sum of absolute differences.
final class PngRowFilter {
    private final int length;
    private final int pixelBytes;
    /// The row above, and the row itself, each after `pixelBytes` zeros that stand for what lies left of the picture.
    private byte[] above;

    private byte[] current;
    private final byte[][] candidates;

    /// A filter for rows of this many bytes, `pixelBytes` for each pixel.
    PngRowFilter(int length, int pixelBytes) {
        this.length = length;
        this.pixelBytes = pixelBytes;
        this.above = new byte[length + pixelBytes];
        this.current = new byte[length + pixelBytes];
        this.candidates = new byte[5][length + 1];
        for (byte type = 0; type < candidates.length; type++) {
            candidates[type][0] = type;
        }
    }

    /// The next row with its filter type in front; the array is used again by the next call.
    byte[] apply(byte[] source, int offset) {
        System.arraycopy(source, offset, current, pixelBytes, length);
        byte[] best = candidates[0];
        int least = none(current, pixelBytes, length, best);
        for (int type = 1; type < candidates.length; type++) {
            int sum = filter(type, candidates[type]);
            if (sum < least) {
                least = sum;
                best = candidates[type];
            }
        }
        byte[] spare = above;
        above = current;
        current = spare;
        return best;
    }

    private int filter(int type, byte[] out) {
        return switch (type) {
            case 1 -> sub(current, pixelBytes, length, out);
            case 2 -> up(current, above, pixelBytes, length, out);
            case 3 -> average(current, above, pixelBytes, length, out);
            default -> paeth(current, above, pixelBytes, length, out);
        };
    }

    private static int none(byte[] row, int pixel, int length, byte[] out) {
        System.arraycopy(row, pixel, out, 1, length);
        int sum = 0;
        for (int i = pixel; i < pixel + length; i++) {
            sum += Math.abs(row[i]);
        }
        return sum;
    }

    private static int sub(byte[] row, int pixel, int length, byte[] out) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            byte difference = (byte) (row[i + pixel] - row[i]);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    private static int up(byte[] row, byte[] above, int pixel, int length, byte[] out) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            byte difference = (byte) (row[i + pixel] - above[i + pixel]);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    private static int average(byte[] row, byte[] above, int pixel, int length, byte[] out) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int mean = ((row[i] & 0xff) + (above[i + pixel] & 0xff)) >> 1;
            byte difference = (byte) (row[i + pixel] - mean);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    private static int paeth(byte[] row, byte[] above, int pixel, int length, byte[] out) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int predicted = predict(row[i] & 0xff, above[i + pixel] & 0xff, above[i] & 0xff);
            byte difference = (byte) (row[i + pixel] - predicted);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    /// Alan Paeth's predictor: whichever of left, up and upper left is nearest to left + up − upper left.
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
