package studio.backlot.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads PNG files of all colour types, depths and interlacings (PNG third edition, W3C 2025)
/// within bounds.
///
/// Size and pixel budget are checked before anything is allocated, and a file too short to hold its
/// pixels even at deflate's best is refused before that; rows are inflated one at a time and never
/// more of them than the header says. Every fault is a [MalformedPng].
public final class PngReader {
    /// Pixels of the largest picture that is read unless the caller says otherwise: 8192 × 8192,
    /// 192 MB of samples.
    public static final long PIXEL_BUDGET = 1L << 26;

    /// Deflate turns one byte into at most 1032 (a match of 258 bytes in two bits).
    private static final long BEST_RATIO = 1032;

    /// Adam7: the first column and row of each pass and the steps between them; one pass when not
    /// interlaced.
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final byte[] file;
    private final PngHeader header;
    private final List<PngChunk> idat;
    private final PngPixels pixels;
    private final Inflater inflater;
    private int nextIdat;

    private PngReader(byte[] file, PngHeader header, List<PngChunk> chunks, Inflater inflater) {
        this.file = file;
        this.header = header;
        this.idat = chunks.stream().filter(chunk -> chunk.type().equals("IDAT")).toList();
        this.pixels =
                new PngPixels(
                        header, palette(file, header, chunks), transparency(file, header, chunks));
        this.inflater = inflater;
    }

    /// Reads a picture of at most [#PIXEL_BUDGET] pixels.
    public static PngPicture read(byte[] file) {
        return read(file, PIXEL_BUDGET);
    }

    /// Reads a picture of at most this many pixels; throws [MalformedPng] for anything else.
    public static PngPicture read(byte[] file, long pixelBudget) {
        PngChunks.requireSignature(file);
        List<String> oddities = new ArrayList<>();
        List<PngChunk> chunks = PngChunks.walk(file, oddities);
        requireOrder(chunks, oddities);
        PngHeader header = PngHeader.parse(file, chunks.getFirst());
        long count = (long) header.width() * header.height();
        if (count > pixelBudget || count * Plate.CHANNELS > Integer.MAX_VALUE - 64) {
            throw new MalformedPng(
                    "the picture",
                    "of "
                            + header.width()
                            + "x"
                            + header.height()
                            + " has more than the "
                            + pixelBudget
                            + " pixels that are read; make it smaller first");
        }
        try (var inflater = new Inflater()) {
            var reader = new PngReader(file, header, chunks, inflater);
            reader.requireEnoughBytes();
            return new PngPicture(reader.decode(), header, reader.pixels.isComposited());
        }
    }

    private static void requireOrder(List<PngChunk> chunks, List<String> oddities) {
        if (chunks.isEmpty() || !chunks.getLast().type().equals("IEND")) {
            String why = oddities.isEmpty() ? "it has no chunks" : oddities.getLast();
            throw new MalformedPng("the file", "is cut off or damaged: " + why);
        }
        String before = "";
        boolean isPastPixels = false;
        for (PngChunk chunk : chunks) {
            boolean isKnown = List.of("IHDR", "PLTE", "IDAT", "IEND").contains(chunk.type());
            if (chunk.isCritical() && !isKnown) {
                throw new MalformedPng(
                        chunk.where(), "must be understood, but is of no known kind");
            }
            if (isKnown && !chunk.isIntact()) {
                throw new MalformedPng(chunk.where(), "is damaged: its checksum does not fit");
            }
            boolean isPixels = chunk.type().equals("IDAT");
            if (isPixels && isPastPixels && !before.equals("IDAT")) {
                throw new MalformedPng(chunk.where(), "stands apart from the other pixels");
            }
            if ((chunk.type().equals("IHDR") && !before.isEmpty())
                    || (chunk.type().equals("PLTE") && isPastPixels)) {
                throw new MalformedPng(chunk.where(), "stands in the wrong place");
            }
            isPastPixels |= isPixels;
            before = chunk.type();
        }
    }

    private static byte[] palette(byte[] file, PngHeader header, List<PngChunk> chunks) {
        if (header.colourType() != PngHeader.PALETTE) {
            return new byte[0];
        }
        PngChunk chunk = first("PLTE", chunks);
        if (chunk.length() == 0 || chunk.length() % 3 != 0 || chunk.length() > 3 * 256) {
            throw new MalformedPng(
                    chunk.where(),
                    "has " + chunk.length() + " bytes, not three for each of 1 to 256 colours");
        }
        return content(file, chunk);
    }

    private static byte[] transparency(byte[] file, PngHeader header, List<PngChunk> chunks) {
        boolean isAllowed = header.channels() % 2 == 1;
        if (!isAllowed || chunks.stream().noneMatch(chunk -> chunk.type().equals("tRNS"))) {
            return new byte[0];
        }
        PngChunk chunk = first("tRNS", chunks);
        boolean fits =
                header.colourType() == PngHeader.PALETTE
                        ? chunk.length() <= 256
                        : chunk.length() == 2 * header.channels();
        if (!fits || !chunk.isIntact()) {
            throw new MalformedPng(
                    chunk.where(), "is damaged: its length or its checksum does not fit");
        }
        return content(file, chunk);
    }

    private static PngChunk first(String type, List<PngChunk> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new MalformedPng("the file", "has no chunk " + type));
    }

    private static byte[] content(byte[] file, PngChunk chunk) {
        return Arrays.copyOfRange(file, chunk.offset(), chunk.offset() + chunk.length());
    }

    private void requireEnoughBytes() {
        long packed = idat.stream().mapToLong(PngChunk::length).sum();
        long needed = (long) header.rowBytes(header.width()) * header.height();
        if (needed / BEST_RATIO > packed) {
            throw new MalformedPng(
                    "the picture",
                    "of "
                            + header.width()
                            + "x"
                            + header.height()
                            + " cannot be in the "
                            + packed
                            + " bytes of pixels that the file has");
        }
    }

    private Plate decode() {
        byte[] rgb = new byte[header.width() * header.height() * Plate.CHANNELS];
        for (int[] pass : header.isInterlaced() ? ADAM7 : ONE_PASS) {
            decodePass(pass, rgb);
        }
        requireEnd();
        return new Plate(header.width(), header.height(), rgb);
    }

    private void decodePass(int[] pass, byte[] rgb) {
        int columns = (header.width() - pass[0] + pass[2] - 1) / pass[2];
        if (columns <= 0) {
            return;
        }
        int length = header.rowBytes(columns);
        byte[] row = new byte[length + 1];
        byte[] above = new byte[length];
        byte[] here = new byte[length];
        for (int y = pass[1]; y < header.height(); y += pass[3]) {
            inflate(row, y);
            System.arraycopy(row, 1, here, 0, length);
            unfilter(row[0], here, above, y);
            pixels.convert(
                    here,
                    columns,
                    rgb,
                    (y * header.width() + pass[0]) * Plate.CHANNELS,
                    pass[2] * Plate.CHANNELS);
            byte[] spare = above;
            above = here;
            here = spare;
        }
    }

    private void inflate(byte[] row, int y) {
        int filled = 0;
        while (filled < row.length) {
            int count = inflateSome(row, filled);
            if (count == 0 && !feed()) {
                throw new MalformedPng(
                        "the compressed pixels", "end inside row " + y + " of " + header.height());
            }
            filled += count;
        }
    }

    private int inflateSome(byte[] into, int from) {
        try {
            return inflater.inflate(into, from, into.length - from);
        } catch (DataFormatException e) {
            throw new MalformedPng("the compressed pixels", "are damaged: " + e.getMessage());
        }
    }

    /// Hands the next IDAT to the inflater when that waits for one; false when there is none or it
    /// waits for none.
    private boolean feed() {
        if (!inflater.needsInput() || inflater.finished() || nextIdat == idat.size()) {
            return false;
        }
        PngChunk chunk = idat.get(nextIdat++);
        inflater.setInput(file, chunk.offset(), chunk.length());
        return true;
    }

    private void unfilter(byte type, byte[] row, byte[] above, int y) {
        int pixel = header.filterBytes();
        switch (type) {
            case 0 -> {}
            case 1 -> {
                for (int i = pixel; i < row.length; i++) {
                    row[i] += row[i - pixel];
                }
            }
            case 2 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 0; i < row.length; i++) {
                    int left = i < pixel ? 0 : row[i - pixel] & 0xff;
                    row[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
                }
            }
            case 4 -> {
                for (int i = 0; i < row.length; i++) {
                    int left = i < pixel ? 0 : row[i - pixel] & 0xff;
                    int corner = i < pixel ? 0 : above[i - pixel] & 0xff;
                    row[i] += (byte) PngRowFilter.predict(left, above[i] & 0xff, corner);
                }
            }
            default ->
                    throw new MalformedPng(
                            "row " + y,
                            "has filter type " + (type & 0xff) + ", which PNG does not define");
        }
    }

    /// After the last row: the compressed data must end there, with a checksum that fits.
    private void requireEnd() {
        byte[] surplus = new byte[1];
        while (!inflater.finished()) {
            int count = inflateSome(surplus, 0);
            if (count > 0) {
                throw new MalformedPng("the compressed pixels", "go on after the last row");
            }
            if (!inflater.finished() && !feed()) {
                throw new MalformedPng("the compressed pixels", "have no end");
            }
        }
    }
}
