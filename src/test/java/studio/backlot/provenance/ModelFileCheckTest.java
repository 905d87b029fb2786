package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// The model files that entries name are hashed again where the packs lie.
class ModelFileCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(1);

    @TempDir Path roots;

    @BeforeEach
    void installPack() throws IOException {
        Files.createDirectories(roots.resolve("mini/unet"));
        Files.writeString(roots.resolve("mini/unet/model.onnx"), "weights");
        Files.writeString(roots.resolve("mini/config.json"), "{}");
    }

    private static JsonObject file(String path, String content) {
        return new JsonBuilder()
                .put("path", path)
                .put("sha256", ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).hex())
                .put("bytes", content.length())
                .build();
    }

    private void use(String pack, JsonValue... files) {
        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder()
                        .put(
                                "packs",
                                List.of(
                                        new JsonBuilder()
                                                .put("id", pack)
                                                .put("files", List.of(files))
                                                .build()))
                        .build());
        sample.sealed();
    }

    private VerificationReport verify(Path... folders) {
        return SampleLedger.verify(sample.request().withModelRoots(List.of(folders)));
    }

    private static List<String> codes(VerificationReport report) {
        return report.statuses().stream()
                .map(ValidationStatus::code)
                .filter(code -> code.startsWith("model"))
                .toList();
    }

    @Test
    void unchangedFilesAreCountedOnceEach() {
        use("mini", file("unet/model.onnx", "weights"), file("config.json", "{}"));
        use("mini", file("unet/model.onnx", "weights"), file("config.json", "{}"));
        use("mini", file("unet/model.onnx", "weights"));

        assertThat(verify(roots).findings()).isEmpty();
        assertThat(verify(roots).modelFilesChecked()).isEqualTo(2);
        assertThat(verify(roots.resolve("nowhere"), roots.resolve("mini")).modelFilesChecked())
                .isEqualTo(2);
    }

    @Test
    void withoutRootsModelsAreNotLookedAt() {
        use("mini", file("unet/model.onnx", "other weights"));

        assertThat(codes(verify())).isEmpty();
        assertThat(verify().modelFilesChecked()).isZero();
    }

    @Test
    void aChangedModelFileIsNamed() throws IOException {
        use("mini", file("unet/model.onnx", "weights"), file("config.json", "{}"));
        Files.writeString(roots.resolve("mini/unet/model.onnx"), "weighty");
        VerificationReport report = verify(roots);

        assertThat(codes(report)).containsExactly("model.differs");
        assertThat(report.findings().getFirst().where())
                .isEqualTo("model file mini/unet/model.onnx");
        assertThat(report.findings().getFirst().explanation())
                .contains(ContentHash.of("weighty".getBytes(StandardCharsets.UTF_8)).hex());
        assertThat(report.modelFilesChecked()).isEqualTo(1);
    }

    @Test
    void aPackThatIsNotHereIsANote() {
        use("maxi", file("unet/model.bin", "weights"));

        assertThat(verify(roots).findings()).isEmpty();
        assertThat(codes(verify(roots))).containsExactly("model.missing");
    }

    @Test
    void pathsThatLeaveThePackAreRefused() throws IOException {
        Files.writeString(roots.resolve("secret"), "weights");
        use(
                "mini",
                file("../secret", "weights"),
                file("/etc/passwd", "weights"),
                file("", "weights"),
                file("a\u0000b", "x"));
        use(
                "mini",
                new JsonString("file"),
                new JsonBuilder().put("path", "config.json").put("sha256", "short").build());

        VerificationReport report = verify(roots);
        assertThat(codes(report)).containsOnly("model.malformed").hasSize(6);
        assertThat(report.findings().getFirst().where()).isEqualTo("entry 3");
        assertThat(report.modelFilesChecked()).isZero();
    }

    @Test
    void aPackWhoseIdIsAPathIsLookedForByItsFilesOnly() throws IOException {
        Files.writeString(roots.resolve("weights.bin"), "weights");
        use("../mini", file("weights.bin", "weights"));

        assertThat(verify(roots).modelFilesChecked()).isEqualTo(1);
    }

    @Test
    void packsOfAnotherFormAreIgnored() {
        sample.append(
                EventType.REVIEW, Optional.empty(), new JsonBuilder().put("packs", "none").build());
        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder()
                        .put("packs", List.of(new JsonString("mini"), JsonObject.EMPTY))
                        .build());
        sample.sealed();

        assertThat(codes(verify(roots))).isEmpty();
    }
}
