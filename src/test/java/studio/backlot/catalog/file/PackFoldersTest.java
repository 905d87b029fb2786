package studio.backlot.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.acceptance.TinyPack;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.NotAPack;
import studio.backlot.catalog.PackHasher;

class PackFoldersTest {
    @TempDir private Path temporary = Path.of("");

    @BeforeEach
    void aPackSomewhere() throws IOException {
        TinyPack.install(temporary.resolve("elsewhere"), "tiny");
    }

    private ModelPack add(Cancellation stop) {
        var hasher =
                new PackHasher(
                        FilePackHashes.open(temporary.resolve("hashes.json")),
                        InstantSource.system());
        return PackFolders.add(
                temporary.resolve("elsewhere").resolve("tiny"),
                added(),
                hasher,
                Progress.NONE,
                stop);
    }

    private Path added() {
        return temporary.resolve("packs");
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(added())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aPackIsCopiedWhole() {
        ModelPack pack = add(new Cancellation());
        assertThat(pack.folder()).isEqualTo(added().resolve("tiny").toAbsolutePath());
        assertThat(pack.files())
                .isEqualTo(
                        ModelPack.open(
                                        temporary.resolve("elsewhere").resolve("tiny"),
                                        new PackHasher(
                                                FilePackHashes.open(
                                                        temporary.resolve("hashes.json")),
                                                InstantSource.system()))
                                .files());
    }

    @Test
    void aSecondOneOfTheNameIsRefused() {
        add(new Cancellation());
        assertThatThrownBy(() -> add(new Cancellation()))
                .isInstanceOf(NotAPack.class)
                .hasMessageContaining("is here already");
    }

    @Test
    void aDamagedOneIsRefusedAndNothingIsLeft() throws IOException {
        Path unet = temporary.resolve("elsewhere/tiny/unet/model.onnx");
        Files.write(unet, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> add(new Cancellation()))
                .isInstanceOf(NotAPack.class)
                .hasMessageContaining("unet/model.onnx");
        assertThat(added()).doesNotExist();
    }

    @Test
    void aCopyThatIsStoppedLeavesNothing() throws IOException {
        var stop = new Cancellation();
        stop.cancel();
        assertThatThrownBy(() -> add(stop)).isInstanceOf(Cancelled.class);
        assertNothingIsLeft();
    }
}
