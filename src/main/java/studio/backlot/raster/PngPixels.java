package studio.backlot.raster;

/// Turns unfiltered rows of any PNG colour type and depth into 8-bit RGB.
///
/// Samples are scaled by 255/(2^depth − 1) and rounded; transparent pixels are laid over black by
/// sample · alpha, as viewers do, and remembered in [#isComposited].
final class PngPixels {
    private final PngHeader header;
    private final int largest;
    private final byte[] palette;

    /// The content of tRNS: alpha by palette index, or the one transparent colour as 16-bit
    /// samples.
    private final byte[] transparency;

    private boolean isComposited;

    PngPixels(PngHeader header, byte[] palette, byte[] transparency) {
        this.header = header;
        this.largest = (1 << header.depth()) - 1;
        this.palette = palette;
        this.transparency = transparency;
    }

    /// Whether a pixel that was not opaque has been met.
    boolean isComposited() {
        return isComposited;
    }

    /// Writes the first `count` pixels of a row to `out`, the first at this offset and each next
    /// `step` bytes further.
    void convert(byte[] row, int count, byte[] out, int offset, int step) {
        if (header.colourType() == PngHeader.RGB
                && header.depth() == 8
                && step == 3
                && transparency.length == 0) {
            System.arraycopy(row, 0, out, offset, count * Plate.CHANNELS);
            return;
        }
        int channels = header.channels();
        for (int i = 0; i < count; i++) {
            int at = offset + i * step;
            switch (header.colourType()) {
                case PngHeader.PALETTE -> fromPalette(sample(row, i), out, at);
                case PngHeader.GREY, PngHeader.GREY_ALPHA -> {
                    int grey = sample(row, i * channels);
                    put(
                            out,
                            at,
                            grey,
                            grey,
                            grey,
                            channels == 2 ? sample(row, i * 2 + 1) : keyAlpha(grey, grey, grey));
                }
                default -> {
                    int red = sample(row, i * channels);
                    int green = sample(row, i * channels + 1);
                    int blue = sample(row, i * channels + 2);
                    put(
                            out,
                            at,
                            red,
                            green,
                            blue,
                            channels == 4 ? sample(row, i * 4 + 3) : keyAlpha(red, green, blue));
                }
            }
        }
    }

    private int sample(byte[] row, int index) {
        return switch (header.depth()) {
            case 8 -> row[index] & 0xff;
            case 16 -> wide(row, 2 * index);
            default -> {
                int bit = index * header.depth();
                yield (row[bit >> 3] & 0xff) >> (8 - header.depth() - (bit & 7)) & largest;
            }
        };
    }

    private void fromPalette(int index, byte[] out, int at) {
        if (3 * index >= palette.length) {
            throw new MalformedPng(
                    "the pixels",
                    "ask for colour " + index + " of a palette of " + palette.length / 3);
        }
        int alpha = index < transparency.length ? transparency[index] & 0xff : 255;
        for (int channel = 0; channel < Plate.CHANNELS; channel++) {
            out[at + channel] = over((palette[3 * index + channel] & 0xff), alpha, 255);
        }
        isComposited |= alpha < 255;
    }

    /// The alpha of a pixel without an alpha sample: none when it has exactly the transparent
    /// colour.
    private int keyAlpha(int red, int green, int blue) {
        if (transparency.length == 0) {
            return largest;
        }
        int last = transparency.length - 2;
        boolean isKey =
                wide(transparency, 0) == red
                        && wide(transparency, last / 2) == green
                        && wide(transparency, last) == blue;
        return isKey ? 0 : largest;
    }

    private static int wide(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private void put(byte[] out, int at, int red, int green, int blue, int alpha) {
        out[at] = over(eightBits(red), alpha, largest);
        out[at + 1] = over(eightBits(green), alpha, largest);
        out[at + 2] = over(eightBits(blue), alpha, largest);
        isComposited |= alpha < largest;
    }

    private int eightBits(int sample) {
        return (sample * 255 + largest / 2) / largest;
    }

    private static byte over(int sample, int alpha, int opaque) {
        return (byte) ((sample * alpha + opaque / 2) / opaque);
    }
}
