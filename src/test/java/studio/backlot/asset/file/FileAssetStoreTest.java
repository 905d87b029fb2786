package studio.backlot.asset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreContract;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ChildJvm;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;

class FileAssetStoreTest extends AssetStoreContract {
    private static final byte[] PLATE = bytes("a plate");
    private static final ContentHash HASH = ContentHash.of(PLATE);

    @TempDir private Path folder;

    @Override
    protected AssetStore store() {
        return open();
    }

    @Test
    void aFileLiesUnderTheFirstDigitsOfItsHashAndIsReadOnly() throws IOException {
        open().put(PLATE);

        Path file = file();
        assertThat(file).hasBinaryContent(PLATE);
        assertThat(Files.getPosixFilePermissions(file))
                .noneMatch(permission -> permission.name().endsWith("WRITE"));
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void theMilestonesComeInTheOrderOfTheWork() {
        List<String> seen = new ArrayList<>();
        FileAssetStore store =
                FileAssetStore.open(folder, name -> seen.add(name + " " + Files.exists(file())));

        store.put(PLATE);

        assertThat(seen).containsExactly("asset-temp-written false", "asset-renamed true");
    }

    @Test
    void bytesAlreadyKeptAreNotWrittenAgain() throws IOException {
        FileAssetStore store = open();
        store.put(PLATE);
        Object inode = Files.getAttribute(file(), "unix:ino");

        store.put(PLATE);

        assertThat(Files.getAttribute(file(), "unix:ino")).isEqualTo(inode);
    }

    @Test
    void aFileOfAnotherLengthDoesNotPassForTheAssetThatIsPut() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[3]);
        FileAssetStore store = open();

        store.put(PLATE);

        assertThat(store.read(HASH)).isEqualTo(PLATE);
    }

    @Test
    void aTornTemporaryIsSweptAtOpeningAndIsNeverAnAsset() throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Path torn = folder.resolve("tmp").resolve(HASH + ".1");
        Files.write(torn, new byte[] {1, 2, 3});
        assertThat(FileAssetStore.openReadOnly(folder).leftovers()).containsExactly(torn);

        FileAssetStore store = open();

        assertThat(torn).doesNotExist();
        assertThat(store.leftovers()).isEmpty();
        assertThat(store.locate(HASH)).isEmpty();
        assertThat(names(store)).isEmpty();
    }

    @Test
    void whatFailsBetweenWriteAndRenameLeavesNothing() throws IOException {
        FileAssetStore store =
                FileAssetStore.open(
                        folder,
                        name -> {
                            throw new IllegalStateException("stopped at " + name);
                        });

        assertThatThrownBy(() -> store.put(PLATE)).hasMessage("stopped at asset-temp-written");

        assertThat(file()).doesNotExist();
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void oneChangedByteIsDetectedOnRead() throws IOException {
        FileAssetStore store = open();
        store.put(PLATE);
        byte[] changed = PLATE.clone();
        changed[2] ^= 1;
        Files.delete(file());
        Files.write(file(), changed);

        assertThatThrownBy(() -> store.read(HASH))
                .isInstanceOf(AssetDamaged.class)
                .hasMessageContaining(HASH.hex())
                .hasMessageContaining(ContentHash.of(changed).hex());
    }

    @Test
    void strangersInTheFolderAreNoAssets() throws IOException {
        FileAssetStore store = open();
        store.put(PLATE);
        Files.write(folder.resolve(".DS_Store"), new byte[1]);
        Files.write(file().resolveSibling("notes.txt"), new byte[1]);
        Files.write(file().resolveSibling(ContentHash.of(bytes("elsewhere")).hex()), new byte[1]);

        assertThat(names(store)).containsExactly(HASH);
    }

    @Test
    void besideAWriterNothingIsCreatedOrPut() {
        FileAssetStore reader = FileAssetStore.openReadOnly(folder.resolve("none"));

        assertThat(names(reader)).isEmpty();
        assertThat(reader.leftovers()).isEmpty();
        assertThatThrownBy(() -> reader.put(PLATE))
                .isInstanceOf(AssetStoreFailed.class)
                .hasMessageContaining("read-only");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFileInTheWayOfAFolderIsToldInWords() throws IOException {
        FileAssetStore store = open();
        Files.write(folder.resolve(HASH.hex().substring(0, 2)), new byte[1]);

        assertThatThrownBy(() -> store.put(PLATE))
                .isInstanceOf(AssetStoreFailed.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("Nothing was kept");
        assertThat(temporaries()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLimitOnFileSizesIsToldInWordsAndLeavesNothing() throws Exception {
        ChildJvm.Outcome child =
                ChildJvm.of(PutOnce.class, folder, 1_000_000)
                        .behind("sh", "-c", "ulimit -f 64; exec \"$0\" \"$@\"")
                        .run();

        assertThat(child.output())
                .contains("obstacle: IOException File too large")
                .contains("refused: could not keep 1.0 MB in " + folder.resolve("assets"))
                .contains("no room")
                .contains("are free there")
                .contains("Free some space");
        try (Stream<Path> left = Files.list(folder.resolve("assets/tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderOfAnotherAccountIsToldInWords() throws Exception {
        ChildJvm child = ChildJvm.of(PutOnce.class, folder, 100);
        boolean isRoot = System.getProperty("user.name").equals("root");
        if (!isRoot) {
            Files.setPosixFilePermissions(folder, Set.of());
        }

        String output =
                (isRoot ? child.behind("setpriv", "--reuid=65534", "--clear-groups") : child)
                        .run()
                        .output();

        assertThat(output)
                .contains("obstacle: AccessDeniedException")
                .contains("refused: could not open " + folder.resolve("assets") + " for writing")
                .contains("cannot be written to (access denied)")
                .contains("Give this account the right");
    }

    private FileAssetStore open() {
        return FileAssetStore.open(folder, Milestone.NONE);
    }

    private Path file() {
        return folder.resolve(HASH.hex().substring(0, 2))
                .resolve(HASH.hex().substring(2, 4))
                .resolve(HASH.hex());
    }

    private List<Path> temporaries() {
        return FileAssetStore.openReadOnly(folder).leftovers();
    }
}
