package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;

/// Files from elsewhere are pictures, or are refused in words before anything large is read.
class ForeignPictureTest {
    private static final Plate PLATE = new Plate(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

    @TempDir private Path folder = Path.of("");

    /// What the toolkit would make of a JPEG.
    private static Plate decoded(byte[] ignored) {
        return PLATE;
    }

    private Path file(String name, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(folder.resolve(name), content);
    }

    private Path jpeg(int height, int width, int last) throws IOException {
        return file(
                "photo.jpg",
                0xff,
                0xd8,
                0xff,
                0xe0,
                0,
                4,
                0,
                0,
                0xff,
                0xc0,
                0,
                11,
                8,
                height >> 8,
                height & 0xff,
                width >> 8,
                width & 0xff,
                1,
                1,
                0x11,
                0,
                0xff,
                last);
    }

    @Test
    void aPngIsDecodedHere() throws IOException {
        Path file = folder.resolve("sky.png");
        Files.write(file, PngWriter.encode(PLATE, PngWriter.QUICK, List.of()));

        ForeignPicture picture = ForeignPicture.read(file, ForeignPictureTest::decoded);
        assertThat(picture.name()).isEqualTo("sky.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.plate().rgb()).isEqualTo(PLATE.rgb());
        assertThat(picture.file()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aJpegIsDecodedByWhoeverCan() throws IOException {
        ForeignPicture picture = ForeignPicture.read(jpeg(1, 2, 0xd9), ForeignPictureTest::decoded);
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(picture.plate()).isEqualTo(PLATE);
    }

    @Test
    void aJpegOfTooManyPixelsIsRefusedBeforeItIsDecoded() throws IOException {
        Path file = jpeg(60_000, 60_000, 0xd9);
        assertThatThrownBy(() -> ForeignPicture.read(file, ForeignPictureTest::decoded))
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining("photo.jpg has more than the");
    }

    @Test
    void aJpegWithoutEndOrFrameIsRefused() throws IOException {
        Path cut = jpeg(1, 2, 0);
        assertThatThrownBy(() -> ForeignPicture.read(cut, ForeignPictureTest::decoded))
                .hasMessageContaining("cut off or damaged");
        Path frameless = file("no.jpg", 0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0, 0xff, 0xd9);
        assertThatThrownBy(() -> ForeignPicture.read(frameless, ForeignPictureTest::decoded))
                .hasMessageContaining("cut off or damaged");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "fog");
        assertThatThrownBy(() -> ForeignPicture.read(text, ForeignPictureTest::decoded))
                .hasMessageContaining("notes.txt is not a picture");
        assertThatThrownBy(() -> ForeignPicture.read(folder, ForeignPictureTest::decoded))
                .hasMessageContaining("is not a file");
        assertThatThrownBy(() ->
                        ForeignPicture.read(
                                folder.resolve("gone.png"), ForeignPictureTest::decoded))
                .hasMessageContaining("gone.png is not a file");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path large = folder.resolve("large.png");
        try (var channel =
                FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(65L << 20);
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertThatThrownBy(() -> ForeignPicture.read(large, ForeignPictureTest::decoded))
                .hasMessageContaining("large.png has 68 MB, and a reference at most 67 MB");
    }
}
