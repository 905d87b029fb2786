package studio.backlot.raster;

import java.util.Random;

/// Plates that tests share: small, made from a formula or a seed.
public final class TestPlates {
    private TestPlates() {}

    /// Every sample random: nothing compresses, every filter is taken at some place.
    public static Plate noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        new Random(seed).nextBytes(rgb);
        return new Plate(width, height, rgb);
    }

    /// A soft picture with some grain, as plates are.
    public static Plate soft(int width, int height, long seed) {
        var random = new Random(seed);
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / Plate.CHANNELS % width;
            int y = i / Plate.CHANNELS / width;
            double wave =
                    110
                            + 70 * Math.sin(x * 0.013 + i % 3)
                            + 60 * Math.cos(y * 0.021)
                            + random.nextGaussian() * 2;
            rgb[i] = (byte) Math.clamp(Math.round(wave), 0, 255);
        }
        return new Plate(width, height, rgb);
    }

    /// All pixels of one grey.
    public static Plate grey(int width, int height, int sample) {
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        java.util.Arrays.fill(rgb, (byte) sample);
        return new Plate(width, height, rgb);
    }
}
