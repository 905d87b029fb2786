package studio.backlot.workflow;

import studio.backlot.raster.PngReader;

/// The size that a JPEG file gives, read before anything decodes it, and whether the file has an
/// end.
final class JpegSize {
    private static final int MARKER = 0xff;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private JpegSize() {}

    /// Throws [PictureRefused] for a file that is cut off, or has more pixels than are read.
    static void require(byte[] file, String name) {
        boolean hasEnd =
                file.length > 4
                        && at(file, file.length - 2) == MARKER
                        && at(file, file.length - 1) == END;
        long pixels = pixels(file);
        if (pixels == 0 || !hasEnd) {
            throw new PictureRefused(
                    name + " is cut off or damaged: get it once more, or save it anew as PNG");
        }
        if (pixels > PngReader.PIXEL_BUDGET) {
            throw new PictureRefused(
                    name
                            + " has more than the "
                            + PngReader.PIXEL_BUDGET
                            + " pixels that are read: make it smaller first");
        }
    }

    /// Width times height by the frame header; 0 where there is none.
    private static long pixels(byte[] file) {
        int next = 2;
        while (next + 9 < file.length && at(file, next) == MARKER) {
            int kind = at(file, next + 1);
            boolean isFrame =
                    kind >= FIRST_FRAME
                            && kind <= LAST_FRAME
                            && kind != 0xc4
                            && kind != 0xc8
                            && kind != 0xcc;
            if (isFrame) {
                return (long) two(file, next + 5) * two(file, next + 7);
            }
            if (kind == SCAN) {
                return 0;
            }
            next += 2 + Math.max(2, two(file, next + 2));
        }
        return 0;
    }

    private static int two(byte[] file, int offset) {
        return at(file, offset) << 8 | at(file, offset + 1);
    }

    private static int at(byte[] file, int offset) {
        return file[offset] & 0xff;
    }
}
