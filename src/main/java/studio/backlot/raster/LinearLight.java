package studio.backlot.raster;

/// The sRGB transfer function (IEC 61966-2-1) in whole numbers: an 8-bit sample as light in units
/// of 2⁻³², and back.
///
/// Whole numbers make every mean exact and the same on every machine; [StrictMath] makes the tables
/// so.
final class LinearLight {
    /// Full light.
    static final long ONE = 1L << 32;

    private static final int COARSE_SHIFT = 20;
    private static final long[] LIGHT = new long[256];

    /// The least light that encodes to a sample: where the encoded value passes sample − ½.
    private static final long[] LEAST = new long[257];

    private static final byte[] COARSE = new byte[(int) (ONE >>> COARSE_SHIFT) + 1];

    static {
        for (int sample = 0; sample < 256; sample++) {
            LIGHT[sample] = Math.round(decode(sample / 255.0) * ONE);
            LEAST[sample] =
                    sample == 0 ? 0 : (long) StrictMath.ceil(decode((sample - 0.5) / 255.0) * ONE);
        }
        LEAST[256] = Long.MAX_VALUE;
        for (int i = 0, sample = 0; i < COARSE.length; i++) {
            while (LEAST[sample + 1] <= (long) i << COARSE_SHIFT) {
                sample++;
            }
            COARSE[i] = (byte) sample;
        }
    }

    private LinearLight() {}

    /// The light of a sample (0 to 255).
    static long ofSample(int sample) {
        return LIGHT[sample];
    }

    /// The sample whose encoded value is nearest to that of this light (0 to [#ONE]).
    static byte toSample(long light) {
        int sample = COARSE[(int) (light >>> COARSE_SHIFT)] & 0xff;
        while (LEAST[sample + 1] <= light) {
            sample++;
        }
        return (byte) sample;
    }

    private static double decode(double encoded) {
        return encoded <= 0.04045
                ? encoded / 12.92
                : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
    }
}
