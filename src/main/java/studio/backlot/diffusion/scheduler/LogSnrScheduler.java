package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.Level;

/// A multistep scheduler over λ, half the logarithm of the signal-to-noise ratio (Lu et al., arXiv
/// 2206.00927): it visits levels of noise, and integrates the clean sample or the noise that a
/// model output stands for.
abstract sealed class LogSnrScheduler implements Scheduler
        permits DpmSolverMultistepScheduler, UniPcScheduler {
    private final SchedulerConfig config;
    private final PredictionType prediction;
    private final int[] timesteps;
    private final float[] sigmas;
    private final Level[] levels;

    LogSnrScheduler(SchedulerConfig config, int[] timesteps, float[] sigmas) {
        this.config = config;
        this.prediction = config.choice("prediction_type", PredictionType.class);
        this.timesteps = timesteps;
        this.sigmas = sigmas;
        levels = new Level[sigmas.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Level.of(sigmas[i]);
        }
    }

    final int steps() {
        return timesteps.length;
    }

    /// The level before a step; with one more after the last.
    final Level level(int step) {
        return levels[step];
    }

    final boolean endsAtZero() {
        return sigmas[sigmas.length - 1] == 0;
    }

    @Override
    public final float[] timesteps() {
        return Schedulers.toFloats(timesteps);
    }

    @Override
    public final float[] sigmas() {
        return sigmas.clone();
    }

    /// The clean sample that a model output at this level stands for.
    final void predictClean(float[] modelOutput, Level level, float[] sample, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] =
                    switch (prediction) {
                        case EPSILON ->
                                (sample[i] - level.sigma() * modelOutput[i]) / level.alpha();
                        case SAMPLE -> modelOutput[i];
                        case V_PREDICTION ->
                                level.alpha() * sample[i] - level.sigma() * modelOutput[i];
                    };
        }
    }

    /// The noise that a model output at this level stands for.
    final void predictNoise(float[] modelOutput, Level level, float[] sample, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] =
                    switch (prediction) {
                        case EPSILON -> modelOutput[i];
                        case SAMPLE -> (sample[i] - level.alpha() * modelOutput[i]) / level.sigma();
                        case V_PREDICTION ->
                                level.alpha() * modelOutput[i] + level.sigma() * sample[i];
                    };
        }
    }

    @Override
    public final float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        return Schedulers.weighted(
                clean, levels[beginIndex].alpha(), noise, levels[beginIndex].sigma());
    }

    @Override
    public final JsonObject resolvedConfig() {
        return config.resolved();
    }
}
