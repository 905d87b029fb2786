package studio.backlot.production.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.production.FolderSafety;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.production.ProductionLayout;

class ProductionFolderTest {
    private static final ProductionDescription NIGHT =
            ProductionDescription.of(
                    UUID.fromString("6f1c2a34-0000-4000-8000-000000000001"),
                    "Night",
                    Instant.EPOCH);

    @TempDir private Path disk;

    private final ProductionFolder folders = new ProductionFolder(new FolderProbe(Map.of()));

    @Test
    void anAbsentFolderIsMadeReadyAndDescribedOnce() {
        ProductionLayout layout = folders.prepare(disk.resolve("new/night"));
        ProductionFolder.describe(layout, NIGHT);

        assertThat(layout.assets()).isDirectory();
        assertThat(layout.scenes()).isDirectory();
        assertThat(ProductionFolder.isProduction(layout.root())).isTrue();
        assertThat(folders.open(layout)).isEqualTo(NIGHT);
        assertThatThrownBy(() -> ProductionFolder.describe(layout, NIGHT))
                .isInstanceOf(ProductionFolderRefused.class);
    }

    @Test
    void anEmptyFolderWithLitterOfTheFileManagerCountsAsEmpty() throws IOException {
        Files.write(disk.resolve(".DS_Store"), new byte[1]);

        assertThat(folders.prepare(disk).assets()).isDirectory();
    }

    @Test
    void anInterruptedBeginningCanBeBegunAgain() throws IOException {
        ProductionLayout layout = folders.prepare(disk);
        Files.createDirectories(layout.assets().resolve("tmp"));
        Files.createFile(layout.lock());

        assertThat(folders.prepare(disk)).isEqualTo(layout);
    }

    @Test
    void aFolderWithOtherThingsIsRefusedForANewProduction() throws IOException {
        Files.write(disk.resolve("invoice.pdf"), new byte[1]);
        Files.write(disk.resolve("letter.txt"), new byte[1]);

        assertThatThrownBy(() -> folders.prepare(disk))
                .isInstanceOf(ProductionFolderRefused.class)
                .hasMessageContaining("it holds invoice.pdf and 1 more")
                .hasMessageContaining("choose an empty or a new folder");
    }

    @Test
    void keptAssetsAreNeverTakenForAnEmptyBeginning() throws IOException {
        ProductionLayout layout = folders.prepare(disk);
        Files.write(layout.assets().resolve("plate"), new byte[1]);

        assertThatThrownBy(() -> folders.prepare(disk)).hasMessageContaining("it holds assets");
    }

    @Test
    void aProductionIsNotMadeTwiceInOneFolder() {
        ProductionFolder.describe(folders.prepare(disk), NIGHT);

        assertThatThrownBy(() -> folders.prepare(disk))
                .hasMessageContaining("already a production");
    }

    @Test
    void aFileIsNoFolderForAProduction() throws IOException {
        Path file = Files.write(disk.resolve("file"), new byte[1]);

        assertThatThrownBy(() -> folders.prepare(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> folders.open(new ProductionLayout(file)))
                .isInstanceOf(ProductionFolderRefused.class);
    }

    @Test
    void whatIsMissingAtOpeningIsSaidInWords() throws IOException {
        var layout = new ProductionLayout(disk.resolve("night"));
        assertThatThrownBy(() -> folders.open(layout)).hasMessageContaining("there is no folder");

        Files.createDirectory(layout.root());
        assertThatThrownBy(() -> folders.open(layout)).hasMessageContaining("is no production");

        Files.createFile(layout.ledger());
        assertThatThrownBy(() -> folders.open(layout))
                .hasMessageContaining("holds a ledger but no production.json");

        Files.writeString(layout.description(), "{");
        assertThatThrownBy(() -> folders.open(layout)).hasMessageContaining("garbled");
    }

    @Test
    void aSyncedFolderIsSeenThroughASymbolicLink() throws IOException {
        Path synced = Files.createDirectories(disk.resolve("synced/shows"));
        Files.createDirectory(disk.resolve("synced/.stfolder"));
        Path link = Files.createSymbolicLink(disk.resolve("shows"), synced);

        assertThatThrownBy(() -> folders.prepare(link.resolve("night")))
                .isInstanceOf(ProductionFolderRefused.class)
                .hasMessageContaining("by Syncthing");
        assertThat(synced.resolve("night")).doesNotExist();
        assertThatThrownBy(() -> folders.open(new ProductionLayout(link.resolve("night"))))
                .hasMessageContaining("by Syncthing");
    }

    @Test
    void aFolderThatOneDriveKeepsIsKnownFromTheEnvironment() throws IOException {
        Path root = Files.createDirectory(disk.resolve("Documents"));
        var probe = new FolderProbe(Map.of("OneDriveCommercial", root.toString()));

        assertThat(FolderSafety.refusal(probe.look(root.resolve("a/b"))).orElseThrow())
                .contains("by OneDrive");
        assertThat(FolderSafety.refusal(probe.look(disk.resolve("Other")))).isEmpty();
    }

    @Test
    void theFileSystemOfAFolderThatDoesNotExistYetIsKnown() {
        assertThat(new FolderProbe(Map.of()).look(disk.resolve("a/b/c")).fileSystems())
                .isNotEmpty();
    }
}
