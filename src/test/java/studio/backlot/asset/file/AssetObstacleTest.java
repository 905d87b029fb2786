package studio.backlot.asset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;

/// Obstacles that hold for root as well: a full file system and a read-only mount. Needs the right
/// to mount.
@Tag("endurance")
class AssetObstacleTest {
    @TempDir private Path folder;

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", folder.resolve("disk").toString()).start().waitFor();
    }

    @Test
    void aFullDiskIsToldInWordsLosesNothingAndPassesWhenThereIsRoom() throws Exception {
        Path disk = mount("-t", "tmpfs", "-o", "size=512k", "tmpfs");
        assertThatThrownBy(() -> Files.write(disk.resolve("probe"), new byte[1_000_000]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        Files.delete(disk.resolve("probe"));
        FileAssetStore store = FileAssetStore.open(disk.resolve("assets"), Milestone.NONE);
        ContentHash first = store.put(new byte[200_000]);
        byte[] second = new byte[400_000];

        assertThatThrownBy(() -> store.put(second))
                .isInstanceOf(AssetStoreFailed.class)
                .hasMessageContaining("could not keep 400.0 kB in " + disk.resolve("assets"))
                .hasMessageContaining("No space left")
                .hasMessageContaining("are free there");

        assertThat(store.leftovers()).isEmpty();
        assertThat(store.locate(ContentHash.of(second))).isEmpty();
        assertThat(store.read(first)).hasSize(200_000);
        Files.delete(store.locate(first).orElseThrow());
        assertThat(store.read(store.put(second))).isEqualTo(second);
    }

    @Test
    void aReadOnlyMountIsToldInWordsAndCanBeRead() throws Exception {
        Path disk = mount("-t", "tmpfs", "tmpfs");
        FileAssetStore store = FileAssetStore.open(disk.resolve("assets"), Milestone.NONE);
        ContentHash hash = store.put(new byte[10]);
        run("mount", "-o", "remount,ro", disk.toString());
        assertThatThrownBy(() -> Files.write(disk.resolve("probe"), new byte[1]))
                .hasMessageContaining("Read-only");

        assertThatThrownBy(() -> store.put(new byte[11]))
                .isInstanceOf(AssetStoreFailed.class)
                .hasMessageContaining("cannot be written to (Read-only file system)");
        assertThatThrownBy(() -> FileAssetStore.open(disk.resolve("assets2"), Milestone.NONE))
                .isInstanceOf(AssetStoreFailed.class);
        assertThat(FileAssetStore.openReadOnly(disk.resolve("assets")).read(hash)).hasSize(10);
    }

    private Path mount(String... how) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        var command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(how));
        command.add(disk.toString());
        run(command.toArray(String[]::new));
        return disk;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
