package studio.backlot.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A PNG file being written row by row: 8-bit RGB marked as sRGB (PNG third edition, W3C 2025).
///
/// Chunks in this order: IHDR, sRGB, gAMA (for readers that do not know sRGB), texts as iTXt, IDAT
/// of 64 KB each, IEND. Each row takes the filter with the least sum of absolute differences
/// (§12.7). Nothing but two rows and the compressor is held, so an 8K plate needs no second copy.
/// The same input gives the same bytes on the same Java runtime; another zlib may compress to other
/// bytes of the same pixels. For one thread; the stream stays open.
public final class PngWriter implements AutoCloseable {
    /// Compression that is quick and already small for photographs: a frame takes tens of
    /// milliseconds.
    public static final int QUICK = 2;

    /// Compression for files that are kept or sent.
    public static final int SMALL = 6;

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int IDAT_BYTES = 1 << 16;
    private static final int GAMMA_OF_SRGB = 45_455;

    private final OutputStream out;
    private final int rowBytes;
    private final int height;
    private final PngRowFilter filter;
    private final Deflater deflater;
    private final byte[] compressed = new byte[IDAT_BYTES];
    private int filled;
    private int rows;

    /// Begins a file of this size in pixels; `level` is 0 (stored) to 9 (smallest).
    public PngWriter(OutputStream out, int width, int height, int level) throws IOException {
        if (width < 1 || height < 1 || level < 0 || level > 9) {
            throw new IllegalArgumentException(
                    "no PNG of " + width + "x" + height + " at level " + level);
        }
        this.out = out;
        this.rowBytes = Math.multiplyExact(width, Plate.CHANNELS);
        this.height = height;
        this.filter = new PngRowFilter(rowBytes, Plate.CHANNELS);
        this.deflater = new Deflater(level);
        out.write(SIGNATURE);
        chunk("IHDR", header(width, height));
        chunk("sRGB", new byte[] {0});
        chunk("gAMA", ByteBuffer.allocate(Integer.BYTES).putInt(GAMMA_OF_SRGB).array());
    }

    /// The whole file of a plate in memory.
    public static byte[] encode(Plate plate, int level, List<PngText> texts) {
        var bytes = new ByteArrayOutputStream(plate.rgb().length / 2 + 1024);
        try (var writer = new PngWriter(bytes, plate.width(), plate.height(), level)) {
            for (PngText text : texts) {
                writer.text(text);
            }
            for (int row = 0; row < plate.height(); row++) {
                writer.row(plate.rgb(), row * plate.width() * Plate.CHANNELS);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused to be written", e);
        }
        return bytes.toByteArray();
    }

    /// Writes a text as iTXt, not compressed. All texts come before the first row.
    public void text(PngText text) throws IOException {
        if (rows > 0) {
            throw new IllegalStateException(
                    "text \"" + text.keyword() + "\" comes after the first row");
        }
        var content = new ByteArrayOutputStream();
        content.writeBytes(text.keyword().getBytes(StandardCharsets.ISO_8859_1));
        // end of keyword, not compressed, method 0, no language, no translated keyword
        content.writeBytes(new byte[] {0, 0, 0, 0, 0});
        content.writeBytes(text.text().getBytes(StandardCharsets.UTF_8));
        chunk(PngText.Form.INTERNATIONAL.chunkType(), content.toByteArray());
    }

    /// Writes the next row from the samples at this offset.
    public void row(byte[] rgb, int offset) throws IOException {
        if (rows == height) {
            throw new IllegalStateException("all " + height + " rows are written");
        }
        byte[] filtered = filter.apply(rgb, offset);
        deflater.setInput(filtered, 0, rowBytes + 1);
        while (!deflater.needsInput()) {
            deflate();
        }
        rows++;
    }

    /// Ends the file; throws [IllegalStateException] when rows are missing.
    public void finish() throws IOException {
        if (rows < height) {
            throw new IllegalStateException("only " + rows + " of " + height + " rows are written");
        }
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        flushIdat();
        chunk("IEND", new byte[0]);
        out.flush();
    }

    /// Releases the compressor. A file that was not finished stays a fragment.
    @Override
    public void close() {
        deflater.end();
    }

    private void deflate() throws IOException {
        filled += deflater.deflate(compressed, filled, IDAT_BYTES - filled);
        if (filled == IDAT_BYTES) {
            flushIdat();
        }
    }

    private void flushIdat() throws IOException {
        if (filled > 0) {
            chunk("IDAT", compressed, filled);
            filled = 0;
        }
    }

    private static byte[] header(int width, int height) {
        // depth 8, colour type 2 (RGB), deflate, adaptive filters, not interlaced
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
    }

    private void chunk(String type, byte[] content) throws IOException {
        chunk(type, content, content.length);
    }

    private void chunk(String type, byte[] content, int length) throws IOException {
        byte[] start =
                ByteBuffer.allocate(8)
                        .putInt(length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .array();
        var crc = new CRC32();
        crc.update(start, Integer.BYTES, Integer.BYTES);
        crc.update(content, 0, length);
        out.write(start);
        out.write(content, 0, length);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
