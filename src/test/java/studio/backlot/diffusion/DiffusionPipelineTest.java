package studio.backlot.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.VaeDecoder.DecodedPicture;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.raster.Plate;

class DiffusionPipelineTest {
    private static final LatentShape SHAPE = new LatentShape(4, 2, 2);
    private final List<List<int[]>> encoded = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private float bad = Float.NaN;
    private int badStep = -1;
    private int steps;
    private float brightness = 0.5f;

    private TextStates encode(List<int[]> ids, Cancellation latch) {
        encoded.add(ids);
        return new TextStates(new float[ids.size()], ids.size(), 1, 1);
    }

    private Denoiser.Denoising begin(TextStates text, LatentShape shape) {
        return new Denoiser.Denoising() {
            @Override
            public void predict(float[] sample, float timestep, float[] into, Cancellation latch) {
                latch.throwIfCancelled();
                for (int i = 0; i < into.length; i++) {
                    // the prompt, the last in the batch, answers twice what the negative prompt
                    // answers
                    into[i] =
                            sample[i % sample.length]
                                    * (i >= into.length - sample.length ? 0.02f : 0.01f);
                }
                if (steps++ == badStep) {
                    into[0] = bad;
                }
            }

            @Override
            public void close() {
                reports.add("closed");
            }
        };
    }

    private DecodedPicture decode(float[] latents, LatentShape shape, Cancellation latch) {
        var planes = new float[12];
        java.util.Arrays.fill(planes, brightness);
        return new DecodedPicture(planes, new PixelSize(2, 2));
    }

    private Plate run(float guidance, StepListener listener) {
        var job =
                new DiffusionPipeline.Job(
                        new int[] {1},
                        new int[] {2},
                        guidance,
                        7,
                        Schedulers.of("ddim", JsonObject.EMPTY, 3),
                        SHAPE);
        return new DiffusionPipeline(this::encode, this::begin, this::decode)
                .run(
                        job,
                        listener,
                        (stage, done, total) -> reports.add(stage + " " + done + "/" + total),
                        cancellation);
    }

    @Test
    void theNegativePromptStandsFirstInTheBatch() {
        run(3, StepListener.NONE);
        assertThat(encoded)
                .singleElement()
                .satisfies(ids -> {
                    assertThat(ids).hasSize(2);
                    assertThat(ids.get(0)).containsExactly(2);
                    assertThat(ids.get(1)).containsExactly(1);
                });
    }

    @Test
    void guidanceOfOneAndBelowRunsThePromptAlone() {
        for (float guidance : new float[] {0, 1}) {
            encoded.clear();
            run(guidance, StepListener.NONE);
            assertThat(encoded.getFirst()).singleElement().isEqualTo(new int[] {1});
        }
    }

    @Test
    void guidanceExtrapolatesFromTheNegativeToThePrompt() {
        var guided = new ArrayList<float[]>();
        run(3, (step, timestep, latents) -> guided.add(latents.clone()));
        // 0.01 + 3 · (0.02 − 0.01) = 0.04 of the sample, by another way: a prompt alone that
        // answers so
        var alone = new ArrayList<float[]>();
        var job =
                new DiffusionPipeline.Job(
                        new int[] {1},
                        new int[] {2},
                        1,
                        7,
                        Schedulers.of("ddim", JsonObject.EMPTY, 3),
                        SHAPE);
        Denoiser once =
                (text, shape) ->
                        new Denoiser.Denoising() {
                            @Override
                            public void predict(
                                    float[] sample,
                                    float timestep,
                                    float[] into,
                                    Cancellation latch) {
                                for (int i = 0; i < into.length; i++) {
                                    into[i] = sample[i] * 0.04f;
                                }
                            }

                            @Override
                            public void close() {}
                        };
        new DiffusionPipeline(this::encode, once, this::decode)
                .run(
                        job,
                        (step, timestep, latents) -> alone.add(latents.clone()),
                        Progress.NONE,
                        cancellation);
        assertThat(guided.getLast())
                .containsExactly(alone.getLast(), org.assertj.core.data.Offset.offset(1e-5f));
    }

    @Test
    void progressIsReportedStepByStep() {
        run(1, StepListener.NONE);
        assertThat(reports)
                .containsExactly(
                        "denoise 0/3",
                        "denoise 1/3",
                        "denoise 2/3",
                        "denoise 3/3",
                        "closed",
                        "decode 0/1",
                        "decode 1/1");
    }

    @Test
    void aValueThatIsNoNumberNamesTheStep() {
        for (float value :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            bad = value;
            badStep = 1;
            steps = 0;
            assertThatThrownBy(() -> run(3, StepListener.NONE))
                    .isInstanceOf(PlateFailed.class)
                    .hasMessageContaining(
                            "denoise: the denoiser in step 2 of 3 gave a value that is not a finite number");
        }
        assertThat(reports).contains("closed");
    }

    @Test
    void aDecoderThatGivesNoNumberOrBlackIsNamed() {
        brightness = Float.NaN;
        assertThatThrownBy(() -> run(1, StepListener.NONE))
                .isInstanceOf(PlateFailed.class)
                .hasMessageContaining("decode: the VAE decoder");
        brightness = -1;
        assertThatThrownBy(() -> run(1, StepListener.NONE))
                .isInstanceOf(PlateFailed.class)
                .hasMessageContaining("black all over");
        brightness = -0.9f;
        assertThat(run(1, StepListener.NONE).width()).isEqualTo(2);
    }

    @Test
    void cancellingBetweenStepsEndsTheLoopAndFreesTheDenoiser() {
        assertThatThrownBy(() -> run(1, (step, timestep, latents) -> cancellation.cancel()))
                .isInstanceOf(Cancelled.class);
        assertThat(reports).containsExactly("denoise 0/3", "denoise 1/3", "closed");
    }

    @Test
    void theSameSeedMakesTheSameLatents() {
        var first = new ArrayList<float[]>();
        run(3, (step, timestep, latents) -> first.add(latents.clone()));
        var second = new ArrayList<float[]>();
        run(3, (step, timestep, latents) -> second.add(latents.clone()));
        assertThat(second.getLast()).containsExactly(first.getLast());
    }
}
