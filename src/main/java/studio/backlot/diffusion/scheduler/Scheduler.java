package studio.backlot.diffusion.scheduler;

import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;

/// One sampler set up for one job: which noise levels to visit, and how to get from each to the
/// next.
///
/// Steps are counted from 0 to `timesteps().length - 1` and MUST be taken in order; the first one
/// taken may be a later one (image to image), after [#addNoise]. A sample is one picture's latent
/// values in any fixed order. Implementations keep history between steps, so one instance MUST NOT
/// serve two jobs or two threads. After the first step, a step allocates a few hundred bytes at
/// most, whatever the size of the sample.
public interface Scheduler {
    /// The class name that diffusers has for the algorithm, as `DDIMScheduler`.
    String name();

    /// How many steps of [#timesteps] make one of those asked for: a later first step (image to
    /// image) MUST be a multiple of it.
    default int order() {
        return 1;
    }

    /// What the denoiser is told about each step: its place on the training schedule, falling;
    /// fractional for some.
    float[] timesteps();

    /// The noise level before each step and after the last; empty where the algorithm has none.
    float[] sigmas();

    /// By how much a standard normal sample is multiplied before the first step; by nothing where
    /// the sample keeps its variance.
    default float initNoiseSigma() {
        return 1;
    }

    /// Writes what the denoiser is shown at this step, mostly the sample as it is; `into` may be
    /// `sample` itself and may be longer.
    default void scaleInput(float[] sample, int step, float[] into) {
        System.arraycopy(sample, 0, into, 0, sample.length);
    }

    /// Replaces the sample by that of the next lower noise level.
    ///
    /// @param modelOutput the denoiser's answer (after guidance) to the scaled sample; left as it
    ///   is
    /// @param noise drawn from once per step by stochastic algorithms, never by the others
    /// @throws IllegalStateException when a step is left out or taken twice and the algorithm needs
    ///   its history
    void step(float[] modelOutput, int step, float[] sample, NoiseSource noise);

    /// What later steps need of the earlier ones, oldest first: copies, each as long as the sample;
    /// empty where the algorithm keeps nothing.
    default List<float[]> history() {
        return List.of();
    }

    /// Makes `step` the next one, as if the `taken` ones right before it had been taken and left
    /// this [#history]; MUST be called before any step is taken.
    default void resume(int step, int taken, List<float[]> history) {
        if (step < 0 || !history.isEmpty()) {
            throw Schedulers.cannotResume(this, step, history);
        }
    }

    /// The clean latent with as much noise as the sample has before step `beginIndex`.
    float[] addNoise(float[] clean, float[] noise, int beginIndex);

    /// Every setting that was used, defaults included, in the form of a ledger: decimals as
    /// strings.
    JsonObject resolvedConfig();
}
