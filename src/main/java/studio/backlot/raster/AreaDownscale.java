package studio.backlot.raster;

/// Reduction of a plate by area: each new pixel is the mean light of exactly the area it covers.
///
/// Averaging happens in linear light, because an sRGB sample is not proportional to light: the mean
/// of samples would darken fine bright detail. All arithmetic is in whole numbers (see
/// [LinearLight]), so the result is the same on every machine, a plate of one colour keeps it, and
/// the only rounding is that of the mean to 2⁻³² and then to the nearest 8-bit sample.
final class AreaDownscale {
    /// Sides up to this keep every sum within 63 bits.
    private static final int LONGEST_SIDE = 1 << 15;

    private AreaDownscale() {}

    static Plate of(Plate plate, int width, int height) {
        if (width < 1 || height < 1 || width > plate.width() || height > plate.height()) {
            throw new IllegalArgumentException(
                    "a plate of "
                            + plate.width()
                            + "x"
                            + plate.height()
                            + " cannot be reduced to "
                            + width
                            + "x"
                            + height);
        }
        if (plate.width() > LONGEST_SIDE || plate.height() > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a plate of "
                            + plate.width()
                            + "x"
                            + plate.height()
                            + " is too large to reduce: at most "
                            + LONGEST_SIDE
                            + " pixels a side");
        }
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        long[] sums = new long[width * Plate.CHANNELS];
        long area = (long) plate.width() * plate.height();
        for (int row = 0; row < height; row++) {
            sumRow(plate, row, height, sums);
            for (int i = 0; i < sums.length; i++) {
                rgb[row * sums.length + i] = LinearLight.toSample((sums[i] + area / 2) / area);
                sums[i] = 0;
            }
        }
        return new Plate(width, height, rgb);
    }

    /// Adds up the light of one new row. Lengths are in units of 1/height of an old row, so that
    /// all are whole: an old row is `height` long, a new one `plate.height()`.
    private static void sumRow(Plate plate, int row, int height, long[] sums) {
        long top = (long) row * plate.height();
        long bottom = top + plate.height();
        for (int old = (int) (top / height); (long) old * height < bottom; old++) {
            long from = Math.max(top, (long) old * height);
            long to = Math.min(bottom, (long) (old + 1) * height);
            sumColumns(plate, old, to - from, sums);
        }
    }

    private static void sumColumns(Plate plate, int oldRow, long weight, long[] sums) {
        int width = sums.length / Plate.CHANNELS;
        int in = oldRow * plate.width() * Plate.CHANNELS;
        for (int column = 0; column < width; column++) {
            long left = (long) column * plate.width();
            long right = left + plate.width();
            for (int old = (int) (left / width); (long) old * width < right; old++) {
                long part =
                        weight
                                * (Math.min(right, (long) (old + 1) * width)
                                        - Math.max(left, (long) old * width));
                for (int channel = 0; channel < Plate.CHANNELS; channel++) {
                    int sample = plate.rgb()[in + old * Plate.CHANNELS + channel] & 0xff;
                    sums[column * Plate.CHANNELS + channel] += part * LinearLight.ofSample(sample);
                }
            }
        }
    }
}
