package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// A scheduler whose sample is the clean one plus σ times noise, so that it grows with the noise
/// (Karras et al., arXiv 2206.00364); before the denoiser sees it, it is scaled back to unit
/// variance.
abstract sealed class VarianceExplodingScheduler implements Scheduler
        permits EulerScheduler, EulerAncestralScheduler, HeunScheduler, LmsScheduler {
    private final SchedulerConfig config;
    private final PredictionType prediction;
    private final TimestepSpacing spacing;
    private final float[] timesteps;
    private final float[] sigmas;

    VarianceExplodingScheduler(SchedulerConfig config, float[] timesteps, float[] sigmas) {
        this.config = config;
        this.prediction = config.choice("prediction_type", PredictionType.class);
        this.spacing = config.choice("timestep_spacing", TimestepSpacing.class);
        this.timesteps = timesteps;
        this.sigmas = sigmas;
    }

    @Override
    public final float[] timesteps() {
        return timesteps.clone();
    }

    @Override
    public final float[] sigmas() {
        return sigmas.clone();
    }

    /// The noise level before a step; with one more after the last.
    final float sigma(int step) {
        return sigmas[step];
    }

    final int steps() {
        return timesteps.length;
    }

    @Override
    public final float initNoiseSigma() {
        float largest = 0;
        for (float sigma : sigmas) {
            largest = Math.max(largest, sigma);
        }
        return switch (spacing) {
            case LINSPACE, TRAILING -> largest;
            case LEADING -> (float) Math.sqrt(largest * largest + 1);
        };
    }

    @Override
    public final void scaleInput(float[] sample, int step, float[] into) {
        float length = (float) Math.sqrt(sigmas[step] * sigmas[step] + 1);
        for (int i = 0; i < sample.length; i++) {
            into[i] = sample[i] / length;
        }
    }

    /// The clean sample that a model output at this noise level stands for, value by value; `into`
    /// may be any of the arrays.
    final void predictClean(float[] modelOutput, float sigma, float[] sample, float[] into) {
        float square = sigma * sigma + 1;
        float velocityWeight = -sigma / (float) Math.sqrt(square);
        for (int i = 0; i < into.length; i++) {
            into[i] =
                    switch (prediction) {
                        case EPSILON -> sample[i] - sigma * modelOutput[i];
                        case SAMPLE -> modelOutput[i];
                        case V_PREDICTION -> modelOutput[i] * velocityWeight + sample[i] / square;
                    };
        }
    }

    @Override
    public final float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        return Schedulers.weighted(clean, 1, noise, sigmas[beginIndex]);
    }

    @Override
    public final JsonObject resolvedConfig() {
        return config.resolved();
    }
}
