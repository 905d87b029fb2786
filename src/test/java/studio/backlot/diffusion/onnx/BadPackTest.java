package studio.backlot.diffusion.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.ModelFolder;
import studio.backlot.diffusion.PackUnsupported;
import studio.backlot.diffusion.PlateFailed;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.scheduler.SchedulerConfigRefused;
import studio.backlot.onnx.ModelFailure;
import studio.backlot.onnx.ModelFileBroken;
import studio.backlot.onnx.ModelFileMissing;
import studio.backlot.onnx.TensorMismatch;

/// Folders that people will give us: incomplete, damaged, mixed up, of another kind.
class BadPackTest {
    private static final byte[] NOT_NUMBERS = new byte[256];

    static {
        Arrays.fill(NOT_NUMBERS, (byte) 0xff);
    }

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void copyTheTinyPack() throws IOException {
        try (Stream<Path> files = Files.walk(TestPacks.TINY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TestPacks.TINY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void generate() {
        try (var generator =
                OnnxPlateGenerator.open(
                        TestPacks.folder(folder), Optional.empty(), Runnable::run, Progress.NONE)) {
            generator.generate(
                    PlateRequest.of("a lake")
                            .withInferenceSteps(2)
                            .withScheduler(SchedulerChoice.named("euler")),
                    Progress.NONE,
                    new Cancellation());
        }
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void thePackItselfIsGood() {
        generate();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        for (String part : new String[] {"unet", "text_encoder", "vae_decoder"}) {
            Path file = folder.resolve(part).resolve("model.onnx");
            Path away = Files.move(file, folder.resolve("away"));
            assertThatThrownBy(this::generate)
                    .isInstanceOf(ModelFileMissing.class)
                    .hasMessageContaining(part + "/model.onnx is missing");
            Files.move(away, file);
        }
        Files.delete(folder.resolve("scheduler/scheduler_config.json"));
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackConfigBroken.class)
                .hasMessageContaining("scheduler_config.json: the file is missing");
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        for (String part : new String[] {"unet", "text_encoder", "vae_decoder"}) {
            Path file = folder.resolve(part).resolve("model.onnx");
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(this::generate)
                    .isInstanceOf(ModelFileBroken.class)
                    .hasMessageContaining(part + "/model.onnx is truncated or no ONNX graph");
            Files.write(file, whole);
        }
    }

    @Test
    void swappedGraphsAreNamedWithWhatTheyTake() throws IOException {
        swap("unet/model.onnx", "vae_decoder/model.onnx");
        assertThatThrownBy(this::generate)
                .isInstanceOf(TensorMismatch.class)
                .hasMessageContaining(
                        "unet/model.onnx: has no input \"sample\", only [latent_sample");
        swap("unet/model.onnx", "vae_decoder/model.onnx");
        swap("text_encoder/model.onnx", "vae_decoder/model.onnx");
        assertThatThrownBy(this::generate)
                .isInstanceOf(TensorMismatch.class)
                .hasMessageContaining("text_encoder/model.onnx: has no input \"input_ids\"");
    }

    private void swap(String one, String other) throws IOException {
        Path third = Files.move(folder.resolve(one), folder.resolve("third"));
        Files.move(folder.resolve(other), folder.resolve(one));
        Files.move(third, folder.resolve(other));
    }

    @Test
    void aWrongElementTypeIsNamed() throws IOException {
        Path file = folder.resolve("text_encoder/model.onnx");
        byte[] bytes = Files.readAllBytes(file);
        byte[] name = "input_ids".getBytes(StandardCharsets.US_ASCII);
        int at = bytes.length - name.length;
        while (!Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
            at--;
        }
        // the ValueInfo's type: tensor_type { elem_type: 6 (int32) … }
        assertThat(bytes[at + name.length + 5]).isEqualTo((byte) 6);
        bytes[at + name.length + 5] = 1;
        Files.write(file, bytes);
        assertThatThrownBy(this::generate)
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("text_encoder/model.onnx");
    }

    @Test
    void weightsThatAreNoNumbersNameStageAndStep() throws IOException {
        poison("unet/model.onnx", 0.5);
        assertThatThrownBy(this::generate)
                .isInstanceOf(PlateFailed.class)
                .hasMessageContaining(
                        "denoise: the denoiser in step 1 of 2 gave a value that is not a finite number");
        Files.copy(
                TestPacks.TINY.resolve("unet/model.onnx"),
                folder.resolve("unet/model.onnx"),
                StandardCopyOption.REPLACE_EXISTING);
        poison("vae_decoder/model.onnx", 0.5);
        assertThatThrownBy(this::generate)
                .isInstanceOf(PlateFailed.class)
                .hasMessageContaining(
                        "decode: the VAE decoder gave a value that is not a finite number");
    }

    /// Overwrites weights in the middle of a file; whatever the alignment, bytes of ones are floats
    /// that are no numbers.
    private void poison(String path, double place) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        System.arraycopy(NOT_NUMBERS, 0, bytes, (int) (bytes.length * place), NOT_NUMBERS.length);
        Files.write(folder.resolve(path), bytes);
    }

    @Test
    void aFolderThatIsNoPackIsRefused(@TempDir Path other) {
        assertThatThrownBy(() ->
                        OnnxPlateGenerator.open(
                                TestPacks.folder(other),
                                Optional.empty(),
                                Runnable::run,
                                Progress.NONE))
                .isInstanceOf(PackConfigBroken.class)
                .hasMessageContaining("model_index.json: the file is missing");
    }

    @Test
    void configurationsThatAreNoneAreNamed() throws IOException {
        Files.writeString(folder.resolve("unet/config.json"), "{\"in_channels\": 4,");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackConfigBroken.class)
                .hasMessageContaining("unet/config.json: not the JSON it should be");
        Files.writeString(
                folder.resolve("unet/config.json"),
                "{\"in_channels\": null, \"block_out_channels\": [1]}");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackConfigBroken.class)
                .hasMessageContaining("\"in_channels\" is missing or no whole number");
        Files.writeString(folder.resolve("unet/config.json"), "{}");
        assertThatThrownBy(this::generate)
                .hasMessageContaining("\"block_out_channels\" is missing or no list");
    }

    @Test
    void packsOfOtherKindsAreRefusedInWords() throws IOException {
        replace("unet/config.json", "\"in_channels\": 4", "\"in_channels\": 9");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackUnsupported.class)
                .hasMessageContaining("fills in masked pictures");
        replace("unet/config.json", "\"in_channels\": 9", "\"in_channels\": 5");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackUnsupported.class)
                .hasMessageContaining("takes 5 channels");
        replace("unet/config.json", "\"in_channels\": 5", "\"in_channels\": 4");
        replace("unet/config.json", "\"time_cond_proj_dim\": null", "\"time_cond_proj_dim\": 16");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackUnsupported.class)
                .hasMessageContaining("latent consistency pack");
        replace("unet/config.json", "\"time_cond_proj_dim\": 16", "\"time_cond_proj_dim\": null");
        replace("model_index.json", "StableDiffusionPipeline", "StableDiffusionXLPipeline");
        assertThatThrownBy(this::generate)
                .isInstanceOf(PackUnsupported.class)
                .hasMessageContaining("not with a StableDiffusionXLPipeline");
    }

    @Test
    void aSchedulerThatIsNotBuiltIsRefused() throws IOException {
        replace("scheduler/scheduler_config.json", "PNDMScheduler", "KDPM2DiscreteScheduler");
        try (var generator = TestPacks.open(folder)) {
            assertThatThrownBy(() ->
                            generator.generate(
                                    PlateRequest.of("x"), Progress.NONE, new Cancellation()))
                    .isInstanceOf(SchedulerConfigRefused.class)
                    .hasMessageContaining("KDPM2DiscreteScheduler");
        }
    }

    @Test
    void aConfigurationThatLiesAboutTheFactorIsCaughtAtTheDecoder() throws IOException {
        replace(
                "vae_decoder/config.json",
                "\"block_out_channels\": [\n    16,\n",
                "\"block_out_channels\": [\n");
        assertThatThrownBy(this::generate)
                .isInstanceOf(TensorMismatch.class)
                .hasMessageContaining("where its configuration promises");
    }

    @Test
    void aFileTouchedWhileLoadingEndsTheOpening() {
        var folders =
                new ModelFolder(
                        "tiny",
                        folder,
                        (paths, executor) ->
                                () -> {
                                    throw new UncheckedIOException(
                                            new IOException("unet/model.onnx was changed"));
                                });
        assertThatThrownBy(() ->
                        OnnxPlateGenerator.open(
                                folders, Optional.empty(), Runnable::run, Progress.NONE))
                .isInstanceOf(UncheckedIOException.class);
    }
}
