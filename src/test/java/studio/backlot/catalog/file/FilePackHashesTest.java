package studio.backlot.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.catalog.FileStamp;

class FilePackHashesTest {
    private static final FileStamp STAMP =
            new FileStamp(
                    "/models/unet.onnx",
                    5_000_000_000L,
                    1_700_000_000_123_456_789L,
                    1_700_000_000_123_456_790L,
                    9_007_199_254_740_993L);
    private static final ContentHash HASH = ContentHash.of(new byte[] {1});

    @Test
    void aKeptHashIsFoundAfterReopening(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("app/hashes.json");
        FilePackHashes.open(file).keep(Map.of(STAMP, HASH));
        assertThat(FilePackHashes.open(file).find(STAMP)).contains(HASH);
        try (Stream<Path> left = Files.list(folder.resolve("app"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void anyDifferenceInTheStampForgetsTheHash(@TempDir Path folder) {
        FilePackHashes hashes = FilePackHashes.open(folder.resolve("hashes.json"));
        hashes.keep(Map.of(STAMP, HASH));
        assertThat(hashes.find(STAMP)).contains(HASH);
        for (FileStamp other :
                new FileStamp[] {
                    new FileStamp(
                            "/other",
                            STAMP.bytes(),
                            STAMP.modified(),
                            STAMP.changed(),
                            STAMP.inode()),
                    new FileStamp(
                            STAMP.path(), 1, STAMP.modified(), STAMP.changed(), STAMP.inode()),
                    new FileStamp(STAMP.path(), STAMP.bytes(), 1, STAMP.changed(), STAMP.inode()),
                    new FileStamp(STAMP.path(), STAMP.bytes(), STAMP.modified(), 1, STAMP.inode()),
                    new FileStamp(STAMP.path(), STAMP.bytes(), STAMP.modified(), STAMP.changed(), 1)
                }) {
            assertThat(hashes.find(other)).isEmpty();
        }
    }

    @Test
    void aBrokenOrUnwritableFileOnlyForgets(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("hashes.json");
        for (String broken :
                new String[] {"", "[]", "{\"files\": [{}]}", "{\"files\": [{\"path\": \"x\"}]}"}) {
            Files.writeString(file, broken);
            assertThat(FilePackHashes.open(file).find(STAMP)).isEmpty();
        }
        Path inTheWay = Files.writeString(folder.resolve("plain"), "x");
        FilePackHashes unwritable = FilePackHashes.open(inTheWay.resolve("hashes.json"));
        unwritable.keep(Map.of(STAMP, HASH));
        assertThat(unwritable.find(STAMP)).contains(HASH);
    }
}
