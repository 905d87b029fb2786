package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Damaged files of every kind end in a picture or in [MalformedPng], never in another exception.
class PngFuzzTest {
    @Test
    void damagedFilesEndInAPictureOrInMalformedPng() throws IOException {
        fuzz(1, 8_000);
    }

    @Test
    @Tag("endurance")
    void manyMoreDamagedFilesEndInAPictureOrInMalformedPng() throws IOException {
        fuzz(2, 3_000_000);
    }

    private static void fuzz(long seed, int rounds) throws IOException {
        var random = new Random(seed);
        List<byte[]> seeds = PngSamples.all().stream().map(PngSamples.Sample::png).toList();
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] png = damaged(seeds.get(random.nextInt(seeds.size())), random);
            refused += isRefused(png) ? 1 : 0;
        }
        assertThat(refused).isBetween(rounds / 4, rounds - rounds / 100);
    }

    private static boolean isRefused(byte[] png) {
        try {
            if (PngChunks.isPng(png)) {
                PngChunks.of(png);
            }
            PngReader.read(png, 1 << 22);
            return false;
        } catch (MalformedPng e) {
            assertThat(e.getMessage()).startsWith("not a PNG picture that can be read: ");
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError("fails on " + HexFormat.of().formatHex(png), e);
        }
    }

    private static byte[] damaged(byte[] png, Random random) {
        byte[] copy =
                random.nextInt(8) == 0
                        ? Arrays.copyOf(png, random.nextInt(png.length + 20))
                        : png.clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && copy.length > 8; i++) {
            int at =
                    8
                            + random.nextInt(
                                    Math.min(
                                            copy.length - 8,
                                            random.nextBoolean() ? 60 : copy.length));
            switch (random.nextInt(3)) {
                case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> copy[at] = (byte) random.nextInt();
                default -> copy[at] = (byte) (random.nextBoolean() ? 0 : 255);
            }
        }
        if (random.nextInt(4) > 0) {
            repairChecksums(copy);
        }
        return copy;
    }

    /// Gives each chunk the checksum of its content, so that damage reaches the code behind it.
    private static void repairChecksums(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = 8;
        while (at + 12 <= png.length) {
            int length = file.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            var crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            file.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
    }
}
