package studio.backlot.raster;

import java.util.Arrays;

/// A large plate put together from overlapping enlarged tiles, which fade into each other where
/// they overlap.
///
/// A tile's weight rises in a straight line from its edge over the overlap, and is full at the
/// picture's own border; each pixel is the weighted mean of the tiles that cover it. Tiles come in
/// the order of [TilePlan]: rows that no later tile can reach are rounded to bytes and leave the
/// float buffer, which therefore holds one row of tiles (16 bytes a pixel), never the picture. The
/// same tiles give the same bytes. For one thread.
public final class FeatheredMosaic {
    private final int width;
    private final int height;
    private final int scale;
    private final int overlap;
    private final byte[] rgb;

    /// Weighted samples R, G, B of the rows from `firstRow` on, and the sum of their weights.
    private float[] sums = {};

    private float[] weights = {};
    private int firstRow;

    /// A mosaic for a source of this size in pixels, enlarged `scale` times, whose tiles overlap by
    /// at least `overlap` source pixels.
    public FeatheredMosaic(int width, int height, int scale, int overlap) {
        if (scale < 1 || overlap < 0) {
            throw new IllegalArgumentException(
                    "no mosaic at " + scale + " times with an overlap of " + overlap);
        }
        this.width = Math.multiplyExact(width, scale);
        this.height = Math.multiplyExact(height, scale);
        this.scale = scale;
        this.overlap = overlap * scale;
        this.rgb =
                new byte
                        [Math.multiplyExact(
                                Math.multiplyExact(this.width, this.height), Plate.CHANNELS)];
    }

    /// Adds the enlarged tile of a source rectangle: planes R, G, B with 0 as black and 1 as white,
    /// clamped. Throws [IllegalArgumentException] for a tile above the one before it, outside the
    /// picture, of another size than its rectangle says, or with a value that is not a number.
    public void add(Rectangle sourceTile, float[] upscaledChw) {
        Rectangle tile = sourceTile.scaled(scale);
        if (!tile.fitsIn(width, height) || tile.y() < firstRow) {
            throw new IllegalArgumentException(
                    "tile " + sourceTile + " is outside the picture or comes too late");
        }
        if (upscaledChw.length != (long) tile.width() * tile.height() * Plate.CHANNELS) {
            throw new IllegalArgumentException(
                    "tile "
                            + sourceTile
                            + " at "
                            + scale
                            + " times cannot have "
                            + upscaledChw.length
                            + " values");
        }
        finishRowsAbove(tile.y());
        keepRoomFor(tile.bottom() - firstRow);
        float[] across = ramp(tile.width(), tile.x() == 0, tile.right() == width);
        float[] down = ramp(tile.height(), tile.y() == 0, tile.bottom() == height);
        for (int row = 0; row < tile.height(); row++) {
            addRow(tile, upscaledChw, row, across, down[row]);
        }
    }

    /// The whole plate; throws [IllegalStateException] when tiles are missing. The mosaic is spent
    /// afterwards.
    public Plate toPlate() {
        finishRowsAbove(height);
        return new Plate(width, height, rgb);
    }

    private void finishRowsAbove(int row) {
        int count = row - firstRow;
        if ((long) count * width > weights.length) {
            throw new IllegalStateException(
                    "tiles are missing above row " + row + " of the mosaic");
        }
        int base = firstRow * width * Plate.CHANNELS;
        for (int i = 0; i < count * width; i++) {
            float weight = weights[i];
            if (weight <= 0) {
                throw new IllegalStateException(
                        "tiles are missing in row " + (firstRow + i / width) + " of the mosaic");
            }
            int at = i * Plate.CHANNELS;
            rgb[base + at] = Plate.sample(sums[at] / weight);
            rgb[base + at + 1] = Plate.sample(sums[at + 1] / weight);
            rgb[base + at + 2] = Plate.sample(sums[at + 2] / weight);
        }
        shift(weights, count * width);
        shift(sums, count * width * Plate.CHANNELS);
        firstRow = row;
    }

    private static void shift(float[] values, int count) {
        System.arraycopy(values, count, values, 0, values.length - count);
        Arrays.fill(values, values.length - count, values.length, 0f);
    }

    private void keepRoomFor(int rows) {
        if ((long) rows * width > weights.length) {
            weights = Arrays.copyOf(weights, Math.multiplyExact(rows, width));
            sums = Arrays.copyOf(sums, Math.multiplyExact(weights.length, Plate.CHANNELS));
        }
    }

    private float[] ramp(int length, boolean startsAtBorder, boolean endsAtBorder) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            int fromStart = startsAtBorder ? overlap + 1 : i + 1;
            int fromEnd = endsAtBorder ? overlap + 1 : length - i;
            ramp[i] = Math.min(1f, Math.min(fromStart, fromEnd) / (overlap + 1f));
        }
        return ramp;
    }

    private void addRow(Rectangle tile, float[] chw, int row, float[] across, float down) {
        int plane = tile.width() * tile.height();
        int in = row * tile.width();
        int out = (tile.y() + row - firstRow) * width + tile.x();
        for (int i = 0; i < tile.width(); i++) {
            float weight = across[i] * down;
            int at = (out + i) * Plate.CHANNELS;
            weights[out + i] += weight;
            sums[at] += weight * clamped(chw[in + i]);
            sums[at + 1] += weight * clamped(chw[plane + in + i]);
            sums[at + 2] += weight * clamped(chw[2 * plane + in + i]);
        }
    }

    private static float clamped(float value) {
        return Math.min(1f, Math.max(0f, value));
    }
}
