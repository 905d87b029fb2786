package studio.backlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;

class ModelPackTest {
    private static final InstantSource MUCH_LATER =
            InstantSource.fixed(Instant.parse("2100-01-01T00:00:00Z"));
    private static final PackHasher HASHER =
            new PackHasher(PackHashes.NONE, InstantSource.system());

    @Test
    void theBundledPacksSayWhatTheyAre() {
        var catalog = new ModelCatalog(List.of(Path.of("models"), Path.of("absent")), HASHER);

        assertThat(catalog.packs(PackKind.DIFFUSION))
                .singleElement()
                .satisfies(pack -> {
                    assertThat(pack.id()).isEqualTo("backdrop-mini");
                    assertThat(pack.displayName()).isEqualTo("backdrop-mini v1");
                    assertThat(pack.licence()).isEqualTo("Apache-2.0");
                });
        assertThat(catalog.packs(PackKind.UPSCALER))
                .singleElement()
                .satisfies(pack -> {
                    assertThat(pack.id()).isEqualTo("realesrgan-animevideo-x4");
                    assertThat(pack.licence()).isEqualTo("BSD-3-Clause");
                });
        assertThat(catalog.packs(PackKind.FACE_FINDER))
                .singleElement()
                .satisfies(pack -> {
                    assertThat(pack.id()).isEqualTo("centerface");
                    assertThat(pack.licence()).isEqualTo("MIT");
                });
        assertThat(catalog.packs()).hasSize(3);
    }

    @Test
    void aFrontMatterNamesTheLicence(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        Files.writeString(folder.resolve("README.md"), "---\nlicense: openrail++\n---\n# A pack\n");
        assertThat(ModelPack.open(folder, HASHER).licence()).isEqualTo("openrail++");
        assertThat(ModelPack.open(folder, HASHER).displayName()).isEqualTo("A pack");
    }

    @Test
    void anUnknownIdentifierListsThoseThatAreThere() {
        var catalog = new ModelCatalog(List.of(Path.of("models")), HASHER);
        assertThatThrownBy(() -> catalog.resolve("sdxl"))
                .isInstanceOf(PackUnknown.class)
                .hasMessageContaining("\"sdxl\"")
                .hasMessageContaining("backdrop-mini, centerface, realesrgan-animevideo-x4");
    }

    @Test
    void aPackIsFoundByIdentifierAndByFolder(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("mine"));
        Files.writeString(folder.resolve("model_index.json"), "{}");
        var catalog = new ModelCatalog(List.of(Path.of("models"), root), HASHER);
        assertThat(catalog.resolve("mine").folder()).isEqualTo(folder.toAbsolutePath());
        assertThat(catalog.resolve(folder.toString()).id()).isEqualTo("mine");
    }

    @Test
    void anEarlierRootHidesALaterOne(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("backdrop-mini"));
        Files.writeString(folder.resolve("model_index.json"), "{}");
        var catalog = new ModelCatalog(List.of(Path.of("models"), root), HASHER);
        assertThat(catalog.resolve("backdrop-mini").displayName()).isEqualTo("backdrop-mini v1");
        assertThat(catalog.packs(PackKind.DIFFUSION)).hasSize(1);
    }

    @Test
    void aFolderThatIsNoPackIsRefusedInWords(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> ModelPack.open(folder, HASHER))
                .isInstanceOf(NotAPack.class)
                .hasMessageContaining("it holds no model_index.json and no model.onnx");
        Path file = Files.writeString(folder.resolve("notes.txt"), "x");
        assertThatThrownBy(() -> ModelPack.open(file, HASHER))
                .hasMessageContaining("it is a file, not a folder");
        assertThatThrownBy(() -> ModelPack.open(folder.resolve("absent"), HASHER))
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void watchedFilesAreHashedAsTheyWereLoaded(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        ModelPack pack = ModelPack.open(folder, HASHER);
        Supplier<List<HashedFile>> watch = pack.watch(List.of("model_index.json"), task -> {});
        assertThat(watch.get())
                .containsExactly(
                        new HashedFile(
                                "model_index.json",
                                ContentHash.of(
                                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                2));
        assertThat(
                        pack.watch(
                                        List.of("model_index.json"),
                                        task -> {
                                            throw new RejectedExecutionException();
                                        })
                                .get())
                .hasSize(1);
    }

    @Test
    void aFileReplacedBetweenHashingAndLoadingIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("model_index.json"), "{}");
        FileTime time = Files.getLastModifiedTime(file);
        ModelPack pack = ModelPack.open(folder, HASHER);
        Supplier<List<HashedFile>> watch = pack.watch(List.of("model_index.json"), Runnable::run);

        Path other = Files.writeString(folder.resolve("other"), "[]");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(watch::get)
                .isInstanceOf(PackFileChanged.class)
                .hasMessageContaining("model_index.json was changed while it was being loaded");
    }

    @Test
    void aHashIsKeptOnlyWhenTheFileHasBeenAtRest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        var kept = new HashMap<FileStamp, ContentHash>();
        PackHashes hashes =
                new PackHashes() {
                    @Override
                    public Optional<ContentHash> find(FileStamp stamp) {
                        return Optional.ofNullable(kept.get(stamp));
                    }

                    @Override
                    public void keep(Map<FileStamp, ContentHash> fresh) {
                        kept.putAll(fresh);
                    }
                };
        Instant written = Files.getLastModifiedTime(folder.resolve("model_index.json")).toInstant();
        ModelPack.open(folder, new PackHasher(hashes, InstantSource.fixed(written.plusMillis(500))))
                .hashedFiles();
        assertThat(kept).isEmpty();

        ModelPack.open(folder, new PackHasher(hashes, MUCH_LATER)).hashedFiles();
        assertThat(kept).hasSize(1);

        kept.replaceAll((stamp, hash) -> ContentHash.of(new byte[0]));
        assertThat(ModelPack.open(folder, new PackHasher(hashes, MUCH_LATER)).hashedFiles())
                .singleElement()
                .satisfies(
                        file -> assertThat(file.sha256()).isEqualTo(ContentHash.of(new byte[0])));
    }
}
