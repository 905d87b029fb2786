package studio.backlot.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import studio.backlot.base.ContentHash;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;

/// Any number of PNG files in an asset folder, each another file: a few pictures, of which each
/// copy has a number in a chunk of its own.
///
/// Not forced to the disk one by one, as an asset store does it: they are to be measured with, not
/// kept.
public final class SamplePictures {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 200;
    private static final int KINDS = 24;

    /// IEND with its length and check sum, the end of every PNG file.
    private static final int END_BYTES = 12;

    private final Path assets;
    private final List<byte[]> pictures = new ArrayList<>();

    /// `assets` is the folder of a production.
    public SamplePictures(Path assets) {
        this.assets = assets;
        for (int kind = 0; kind < KINDS; kind++) {
            pictures.add(PngWriter.encode(landscape(kind), PngWriter.SMALL, List.of()));
        }
    }

    /// A sky over a horizon, in colours of its own.
    private static Plate landscape(int kind) {
        byte[] rgb = new byte[WIDTH * HEIGHT * Plate.CHANNELS];
        int horizon = HEIGHT / 3 + kind * HEIGHT / 3 / KINDS;
        for (int y = 0; y < HEIGHT; y++) {
            int light = y < horizon ? 90 + 140 * y / horizon : 70 - 50 * (y - horizon) / HEIGHT;
            for (int x = 0; x < WIDTH; x++) {
                int at = (y * WIDTH + x) * Plate.CHANNELS;
                rgb[at] = (byte) Math.min(255, light + kind * 2);
                rgb[at + 1] = (byte) light;
                rgb[at + 2] = (byte) Math.max(0, light + 24 - kind * 3);
            }
        }
        return new Plate(WIDTH, HEIGHT, rgb);
    }

    /// Writes the picture of this number and returns its hash.
    public ContentHash write(long number) {
        byte[] file = numbered(pictures.get((int) (number % KINDS)), number);
        ContentHash hash = ContentHash.of(file);
        Path place =
                assets.resolve(hash.hex().substring(0, 2))
                        .resolve(hash.hex().substring(2, 4))
                        .resolve(hash.hex());
        try {
            Files.createDirectories(place.resolveSibling(""));
            Files.write(place, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash;
    }

    private static byte[] numbered(byte[] picture, long number) {
        byte[] content =
                ByteBuffer.allocate(20)
                        .put("tEXtnumber\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .put(
                                "%09d"
                                        .formatted(number)
                                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .array();
        var sum = new CRC32();
        sum.update(content);
        int end = picture.length - END_BYTES;
        return ByteBuffer.allocate(picture.length + content.length + 8)
                .put(picture, 0, end)
                .putInt(content.length - 4)
                .put(content)
                .putInt((int) sum.getValue())
                .put(Arrays.copyOfRange(picture, end, picture.length))
                .array();
    }
}
