package studio.backlot.raster;

import java.nio.ByteBuffer;

/// The IHDR chunk of a PNG file (PNG third edition, §11.2.1): size in pixels, bits a sample, colour
/// type, interlacing.
public record PngHeader(int width, int height, int depth, int colourType, boolean isInterlaced) {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    /// The longest side that is read; a longer one belongs to no picture but to an attack on
    /// patience.
    static final int LONGEST_SIDE = 1 << 18;

    private static final int LENGTH = 13;

    static PngHeader parse(byte[] file, PngChunk chunk) {
        if (!chunk.type().equals("IHDR") || chunk.length() != LENGTH) {
            throw new MalformedPng(
                    chunk.where(), "is not the header of 13 bytes with which a PNG begins");
        }
        ByteBuffer in = ByteBuffer.wrap(file, chunk.offset(), LENGTH);
        int width = in.getInt();
        int height = in.getInt();
        int depth = in.get();
        int colourType = in.get();
        int methods = in.getShort();
        int interlacing = in.get();
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new MalformedPng(
                    chunk.where(),
                    "gives the size "
                            + Integer.toUnsignedString(width)
                            + "x"
                            + Integer.toUnsignedString(height)
                            + "; sides of 1 to "
                            + LONGEST_SIDE
                            + " pixels are read");
        }
        if (!isDefined(colourType, depth) || methods != 0 || interlacing < 0 || interlacing > 1) {
            throw new MalformedPng(
                    chunk.where(),
                    "asks for colour type "
                            + colourType
                            + " at "
                            + depth
                            + " bits, methods "
                            + methods
                            + ", interlacing "
                            + interlacing
                            + ", which PNG does not define");
        }
        return new PngHeader(width, height, depth, colourType, interlacing == 1);
    }

    private static boolean isDefined(int colourType, int depth) {
        return switch (colourType) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    /// Samples of one pixel.
    int channels() {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /// Bytes of a row of this many pixels, without its filter type.
    int rowBytes(int pixels) {
        return (int) (((long) pixels * channels() * depth + 7) / 8);
    }

    /// How far left the byte lies that a filter takes as the neighbour.
    int filterBytes() {
        return Math.max(1, channels() * depth / 8);
    }
}
