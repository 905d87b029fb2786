package studio.backlot.raster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import studio.backlot.base.ContentHash;

/// A picture in memory: 8-bit sRGB samples, row by row from the top, R, G, B for each pixel,
/// without padding.
///
/// The array is handed over and never changed afterwards. Two plates are equal when size and
/// samples are.
public record Plate(int width, int height, byte[] rgb) {
    /// Samples of one pixel.
    public static final int CHANNELS = 3;

    private static final byte[] HASH_DOMAIN =
            "backlot.pixels/1".getBytes(StandardCharsets.US_ASCII);

    public Plate {
        if (width < 1 || height < 1 || (long) width * height * CHANNELS != rgb.length) {
            throw new IllegalArgumentException(
                    "a plate of "
                            + width
                            + "x"
                            + height
                            + " cannot have "
                            + rgb.length
                            + " samples");
        }
    }

    /// The plate of a float picture in planes (all red, all green, all blue), where `low` becomes 0
    /// and `high` 255.
    ///
    /// Single-precision arithmetic as in diffusers' `VaeImageProcessor` (`denormalize`, then
    /// `numpy_to_pil`): scaled to 0…1, clamped, times 255, rounded half to even. With −1 and 1 it
    /// is bit-exact to `(x/2+0.5).clamp(0,1)`. Throws [IllegalArgumentException] for a value that
    /// is not a number.
    public static Plate ofPlanar(float[] chw, int width, int height, float low, float high) {
        int plane = Math.multiplyExact(width, height);
        if (chw.length != (long) plane * CHANNELS) {
            throw new IllegalArgumentException(
                    "a picture of "
                            + width
                            + "x"
                            + height
                            + " cannot have "
                            + chw.length
                            + " values in planes");
        }
        byte[] rgb = new byte[chw.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            interleave(chw, channel * plane, plane, low, high - low, rgb, channel);
        }
        return new Plate(width, height, rgb);
    }

    private static void interleave(
            float[] chw, int from, int count, float low, float range, byte[] rgb, int channel) {
        for (int i = 0, out = channel; i < count; i++, out += CHANNELS) {
            rgb[out] = sample((chw[from + i] - low) / range);
        }
    }

    /// The nearest 8-bit sample of a value where 0 is black and 1 is white.
    static byte sample(float unit) {
        if (Float.isNaN(unit)) {
            throw new IllegalArgumentException(
                    "a picture holds a value that is not a number (NaN)");
        }
        return (byte) (int) Math.rint(Math.min(1f, Math.max(0f, unit)) * 255f);
    }

    /// The samples as floats in planes, where 0 becomes `low` and 255 `high`, as diffusers reads
    /// pictures (`x/255` in single precision, then scaled).
    public float[] toPlanar(float low, float high) {
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 255f * (high - low) + low;
        }
        int plane = width * height;
        float[] chw = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            chw[i % CHANNELS * plane + i / CHANNELS] = values[rgb[i] & 0xff];
        }
        return chw;
    }

    /// The hash of size and samples, independent of any file format: SHA-256 over
    /// `"backlot.pixels/1"`, 0x00, width and height as 8 big-endian bytes each, and the samples.
    public ContentHash pixelHash() {
        MessageDigest digest = ContentHash.sha256();
        digest.update(HASH_DOMAIN);
        digest.update((byte) 0);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(width).putLong(height).array());
        digest.update(rgb);
        return ContentHash.ofDigest(digest.digest());
    }

    /// The part of the plate inside the rectangle; throws [IllegalArgumentException] when that
    /// reaches beyond the plate.
    public Plate crop(Rectangle part) {
        if (!part.fitsIn(width, height)) {
            throw new IllegalArgumentException(
                    "a plate of " + width + "x" + height + " has no part " + part);
        }
        byte[] cut = new byte[part.width() * part.height() * CHANNELS];
        int rowBytes = part.width() * CHANNELS;
        for (int row = 0; row < part.height(); row++) {
            int from = ((part.y() + row) * width + part.x()) * CHANNELS;
            System.arraycopy(rgb, from, cut, row * rowBytes, rowBytes);
        }
        return new Plate(part.width(), part.height(), cut);
    }

    /// The plate at half its size, each pixel the mean of four in linear light; see
    /// [AreaDownscale]. Throws [IllegalArgumentException] when width or height is odd.
    public Plate halved() {
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "a plate of " + width + "x" + height + " cannot be halved exactly");
        }
        return AreaDownscale.of(this, width / 2, height / 2);
    }

    /// The plate at a smaller size, each pixel the mean of the area it covers, in linear light; see
    /// [AreaDownscale].
    public Plate downscaled(int newWidth, int newHeight) {
        return AreaDownscale.of(this, newWidth, newHeight);
    }

    /// The plate at this width, or as it is where it is not wider.
    public Plate atMost(int wide) {
        return width <= wide ? this : downscaled(wide, Math.max(1, wide * height / width));
    }

    /// Whether no sample exceeds the threshold (0 to 255): what a failed decoder delivers is black.
    public boolean isBlack(int threshold) {
        return brightestSample() <= threshold;
    }

    /// The greatest sample, 0 to 255.
    public int brightestSample() {
        int brightest = 0;
        for (byte sample : rgb) {
            brightest = Math.max(brightest, sample & 0xff);
        }
        return brightest;
    }

    /// Whether all pixels have one colour.
    public boolean isUniform() {
        return Arrays.equals(rgb, 0, rgb.length - CHANNELS, rgb, CHANNELS, rgb.length);
    }

    /// The greatest difference between samples at the same place, 0 to 255; the plates must have
    /// the same size.
    public int largestDifference(Plate other) {
        if (other.width != width || other.height != height) {
            throw new IllegalArgumentException(
                    "a plate of "
                            + width
                            + "x"
                            + height
                            + " has no difference from one of "
                            + other.width
                            + "x"
                            + other.height);
        }
        int largest = 0;
        for (int i = 0; i < rgb.length; i++) {
            largest = Math.max(largest, Math.abs((rgb[i] & 0xff) - (other.rgb[i] & 0xff)));
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plate plate
                && plate.width == width
                && plate.height == height
                && Arrays.equals(plate.rgb, rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Plate[" + width + "x" + height + "]";
    }
}
