package studio.backlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.HashedFile;

class PackCheckTest {
    private static final Path TINY = Path.of("src/test/resources/tiny-models/tiny-sd15");
    private static final Path GRAPHS = Path.of("src/test/resources/tiny-models/graphs");

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void copyTheTinyPack() throws IOException {
        for (String part :
                List.of("unet", "vae_decoder", "vae_encoder", "text_encoder", "scheduler")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(TINY.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        Files.copy(TINY.resolve("model_index.json"), folder.resolve("model_index.json"));
        Files.writeString(folder.resolve("LICENSE"), "MIT License");
        var sums = new StringBuilder();
        for (HashedFile file : pack().hashedFiles()) {
            sums.append(file.sha256()).append("  ").append(file.path()).append('\n');
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sums);
    }

    private ModelPack pack() {
        return ModelPack.open(folder, new PackHasher(PackHashes.NONE, InstantSource.system()));
    }

    private List<String> codes() {
        return PackCheck.of(pack()).stream().map(f -> f.code() + " " + f.file()).toList();
    }

    @Test
    void aPackAsItsMakerLeftItHasNoFinding() {
        assertThat(PackCheck.of(pack())).isEmpty();
    }

    @Test
    void theBundledPacksHaveNoFinding() {
        var catalog =
                new ModelCatalog(
                        List.of(Path.of("models")),
                        new PackHasher(PackHashes.NONE, InstantSource.system()));
        assertThat(catalog.packs())
                .hasSize(3)
                .allSatisfy(pack -> assertThat(PackCheck.of(pack)).isEmpty());
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        Files.delete(folder.resolve("unet/config.json"));
        assertThat(codes()).containsExactly("file.missing unet/config.json");
    }

    @Test
    void swappedFilesAreToldFromChangedOnes() throws IOException {
        Path decoder = folder.resolve("vae_decoder/model.onnx");
        Path unet = folder.resolve("unet/model.onnx");
        Files.copy(unet, decoder, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("scheduler/scheduler_config.json"), "{\"a\": 1}");
        assertThat(codes())
                .containsExactlyInAnyOrder(
                        "file.swapped vae_decoder/model.onnx",
                        "file.changed scheduler/scheduler_config.json");
        assertThat(PackCheck.of(pack()))
                .anySatisfy(finding -> assertThat(finding.words()).contains("unet/model.onnx"));
    }

    @Test
    void aTruncatedGraphIsFoundWithAndWithoutSums() throws IOException {
        Path unet = folder.resolve("unet/model.onnx");
        byte[] whole = Files.readAllBytes(unet);
        Files.write(unet, Arrays.copyOf(whole, whole.length - 1));
        assertThat(codes()).containsExactly("file.truncated unet/model.onnx");
        Files.delete(folder.resolve("SHA256SUMS"));
        assertThat(codes())
                .containsExactly("sums.missing SHA256SUMS", "file.truncated unet/model.onnx");
        Files.write(unet, new byte[0]);
        assertThat(codes()).contains("graph.unreadable unet/model.onnx");
    }

    @Test
    void everyTruncationAndAnyRubbishIsAFindingNeverACrash() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        byte[] whole = Files.readAllBytes(GRAPHS.resolve("types.onnx"));
        Path file = folder.resolve("unet/model.onnx");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(codes()).anyMatch(code -> code.endsWith("unet/model.onnx"));
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            Files.write(file, damaged);
            assertThat(codes()).isNotEmpty();
        }
    }

    @Test
    void aGraphInTheWrongFolderIsNamedByWhatItLooksLike() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        Files.copy(
                TINY.resolve("vae_decoder/model.onnx"),
                folder.resolve("unet/model.onnx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(PackCheck.of(pack()))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("graph.role");
                    assertThat(finding.words())
                            .contains("not a denoiser (UNet)")
                            .contains("looks like a VAE decoder");
                });
    }

    @Test
    void aWrongElementTypeIsFound() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        Path encoder = folder.resolve("text_encoder/model.onnx");
        // ValueInfo of input_ids: name, then type { tensor_type { elem_type: 6 (int32) → 1 (float)
        byte[] bytes = Files.readAllBytes(encoder);
        byte[] mark = "input_ids".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = lastIndexOf(bytes, mark) + mark.length;
        assertThat(HexFormat.of().formatHex(bytes, at, at + 6)).matches("12..0a..0806");
        bytes[at + 5] = 1;
        Files.write(encoder, bytes);
        assertThat(codes()).contains("graph.type text_encoder/model.onnx");
    }

    private static int lastIndexOf(byte[] bytes, byte[] mark) {
        for (int at = bytes.length - mark.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        throw new AssertionError("the mark is not there");
    }

    @Test
    void missingAndEscapingExternalWeightsAreFound() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        Path extra = folder.resolve("extra.onnx");
        byte[] graph = Files.readAllBytes(GRAPHS.resolve("external-weights.onnx"));
        Files.write(extra, graph);
        assertThat(codes()).contains("weights.missing extra.onnx");
        byte[] name = "weights.pb".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(
                "../../etc1".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                0,
                graph,
                lastIndexOf(graph, name),
                name.length);
        Files.write(extra, graph);
        assertThat(codes()).contains("weights.outside extra.onnx");
    }

    @Test
    void aPackWithoutLicenceOrWithBrokenConfigurationIsFound() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        Files.delete(folder.resolve("LICENSE"));
        Files.writeString(folder.resolve("unet/config.json"), "{\"in_channels\": 4,");
        assertThat(codes())
                .containsExactly(
                        "sums.missing SHA256SUMS",
                        "config.broken unet/config.json",
                        "licence.unknown LICENSE");
    }

    @Test
    void anUnlistedFileIsFound() throws IOException {
        Files.writeString(folder.resolve("unet/extra.txt"), "x");
        assertThat(codes()).containsExactly("file.unlisted unet/extra.txt");
    }
}
