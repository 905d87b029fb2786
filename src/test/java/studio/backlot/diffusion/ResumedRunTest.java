package studio.backlot.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.VaeDecoder.DecodedPicture;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.raster.Plate;

class ResumedRunTest {
    private static final int STEPS = 7;
    private static final LatentShape SHAPE = new LatentShape(4, 3, 3);
    private static final ContentHash RECIPE = ContentHash.of(new byte[] {1});

    private int predictions;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ddim | {}",
                "euler | {}",
                "euler | {\"use_karras_sigmas\": true}",
                "dpm++2m | {}",
                "dpm++2m | {\"solver_order\": 1}",
                "dpm++2m | {\"solver_order\": 3}",
                "dpm++2m | {\"algorithm_type\": \"sde-dpmsolver++\"}",
                "dpm++2m | {\"algorithm_type\": \"sde-dpmsolver++\", \"solver_order\": 3}"
            })
    void aRunGoesOnFromEveryStepToTheSameLatents(String scheduler, String config) {
        var kept = new ArrayList<DenoisingCheckpoint>();
        float[] whole = run(scheduler, config, keeping(Optional.empty(), kept));

        assertThat(kept).hasSize(STEPS);
        for (DenoisingCheckpoint checkpoint : kept) {
            predictions = 0;
            DenoisingCheckpoint read =
                    DenoisingCheckpoint.parse(checkpoint.toBytes()).orElseThrow();
            float[] resumed = run(scheduler, config, keeping(Optional.of(read), new ArrayList<>()));

            assertThat(resumed).as("from step " + checkpoint.step()).containsExactly(whole);
            assertThat(predictions).isEqualTo(STEPS - checkpoint.step());
        }
    }

    @Test
    void aCheckpointOfAnotherRecipeIsNotUsed() {
        var kept = new ArrayList<DenoisingCheckpoint>();
        run("ddim", "{}", new RecipeCheckpoints(keeping(Optional.empty(), kept), RECIPE));
        Checkpoints all = keeping(Optional.of(kept.getLast()), new ArrayList<>());

        assertThat(kept.getLast().recipe()).isEqualTo(RECIPE);
        assertThat(new RecipeCheckpoints(all, RECIPE).newest()).isPresent();
        assertThat(new RecipeCheckpoints(all, ContentHash.of(new byte[] {2})).newest()).isEmpty();
    }

    @Test
    void damagedBytesAreNoCheckpoint() {
        var kept = new ArrayList<DenoisingCheckpoint>();
        run("dpm++2m", "{}", keeping(Optional.empty(), kept));
        byte[] bytes = kept.getLast().toBytes();

        for (int i = 0; i < bytes.length; i += 41) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            assertThat(DenoisingCheckpoint.parse(flipped)).isEmpty();
            assertThat(DenoisingCheckpoint.parse(Arrays.copyOf(bytes, i))).isEmpty();
        }
        assertThat(DenoisingCheckpoint.parse(bytes)).isPresent();
    }

    @Test
    void thePlaceInTheNoiseIncludesTheNumberThatWaits() {
        var random = new TorchRandom(5);
        random.randn(3);
        var other = TorchRandom.at(random.position());

        assertThat(other.randn(20)).containsExactly(random.randn(20));
        assertThat(other.randn(5)).containsExactly(random.randn(5));
    }

    @Test
    void previewColoursAreLearntFromOnePicture() {
        var shape = new LatentShape(2, 4, 4);
        var latents = new TorchRandom(1).randn(shape.count());
        var truth = new LinearPreview(List.of(20.0, 5.0, 3.0, -9.0, 14.0, 0.0, 8.0, 8.0, -20.0));
        Plate picture = truth.render(latents, shape);

        LinearPreview learnt = LinearPreview.learn(latents, shape, picture).orElseThrow();

        assertThat(learnt.fits(shape)).isTrue();
        assertThat(learnt.render(latents, shape).largestDifference(picture)).isLessThan(3);
        assertThat(LinearPreview.learn(latents, new LatentShape(4, 2, 4), picture)).isEmpty();
    }

    private static Checkpoints keeping(
            Optional<DenoisingCheckpoint> newest, List<DenoisingCheckpoint> kept) {
        return new Checkpoints() {
            @Override
            public Optional<DenoisingCheckpoint> newest() {
                return newest;
            }

            @Override
            public boolean isDue() {
                return true;
            }

            @Override
            public void keep(DenoisingCheckpoint checkpoint) {
                kept.add(checkpoint);
            }
        };
    }

    private float[] run(String scheduler, String config, Checkpoints checkpoints) {
        var job =
                new DiffusionPipeline.Job(
                        new int[] {1},
                        new int[] {2},
                        3,
                        7,
                        Schedulers.of(scheduler, (JsonObject) JsonReader.parse(config), STEPS),
                        SHAPE);
        var last = new ArrayList<float[]>();
        var listener =
                new StepListener() {
                    @Override
                    public void stepped(int step, float timestep, float[] latents) {}

                    @Override
                    public void decoded(float[] latents, Plate plate) {
                        last.add(latents.clone());
                    }
                };
        new DiffusionPipeline(
                        (ids, latch) -> new TextStates(new float[ids.size()], ids.size(), 1, 1),
                        this::begin,
                        (latents, shape, latch) -> {
                            var planes = new float[12];
                            Arrays.fill(planes, 0.5f);
                            return new DecodedPicture(planes, new PixelSize(2, 2));
                        })
                .run(
                        job,
                        RunWatch.of(listener, Progress.NONE, new Cancellation()).with(checkpoints));
        return last.getFirst();
    }

    private Denoiser.Denoising begin(TextStates text, LatentShape shape) {
        return new Denoiser.Denoising() {
            @Override
            public void predict(float[] sample, float timestep, float[] into, Cancellation latch) {
                predictions++;
                for (int i = 0; i < into.length; i++) {
                    float value = sample[i % sample.length];
                    into[i] = (float) Math.sin(value * 3 + timestep / 100 + i) * 0.7f;
                }
            }

            @Override
            public void close() {}
        };
    }
}
