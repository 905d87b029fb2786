package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// A scheduler on the training schedule itself, whose sample keeps its variance: √ᾱ of the clean
/// one and √(1 − ᾱ) of noise (Ho et al., arXiv 2006.11239).
abstract sealed class VariancePreservingScheduler implements Scheduler
        permits DdimScheduler, DdpmScheduler, LcmScheduler, PndmScheduler {
    private final SchedulerConfig config;
    private final PredictionType prediction;
    private final float[] alphasCumprod;
    private final int[] timesteps;

    VariancePreservingScheduler(SchedulerConfig config, TrainingNoise training, int[] timesteps) {
        this.config = config;
        this.prediction = config.choice("prediction_type", PredictionType.class);
        this.alphasCumprod = training.alphasCumprod();
        this.timesteps = timesteps;
        if (timesteps[0] >= alphasCumprod.length) {
            throw config.refused(
                    "steps_offset",
                    "with "
                            + timesteps.length
                            + " steps the first timestep would be "
                            + timesteps[0]
                            + " of "
                            + alphasCumprod.length);
        }
        if (prediction == PredictionType.EPSILON && alphasCumprod[timesteps[0]] == 0) {
            throw config.refused(
                    "prediction_type",
                    "from pure noise (rescale_betas_zero_snr) nothing can be predicted"
                            + " by epsilon; it needs v_prediction or sample");
        }
    }

    /// Evenly spread whole timesteps, falling.
    static int[] spread(SchedulerConfig config, int trainingSteps, int count) {
        int offset = config.whole("steps_offset", 0, trainingSteps);
        double[] places =
                switch (config.choice("timestep_spacing", TimestepSpacing.class)) {
                    case LINSPACE ->
                            TimestepSpacing.reversed(
                                    TimestepSpacing.linspace(0, trainingSteps - 1.0, count));
                    case LEADING -> TimestepSpacing.leading(count, trainingSteps / count, offset);
                    case TRAILING -> TimestepSpacing.trailing(trainingSteps, trainingSteps, count);
                };
        var whole = new int[places.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint(places[i]);
        }
        return whole;
    }

    final PredictionType prediction() {
        return prediction;
    }

    final int timestep(int step) {
        return timesteps[step];
    }

    final int steps() {
        return timesteps.length;
    }

    /// ᾱ at a timestep.
    final float alphaCumprod(int timestep) {
        return alphasCumprod[timestep];
    }

    @Override
    public final float[] timesteps() {
        return Schedulers.toFloats(timesteps);
    }

    @Override
    public final float[] sigmas() {
        return new float[0];
    }

    /// The clean sample that a model output at this ᾱ stands for.
    final void predictClean(float[] modelOutput, float alpha, float[] sample, float[] into) {
        float signal = (float) Math.sqrt(alpha);
        float spread = (float) Math.sqrt(1 - alpha);
        for (int i = 0; i < into.length; i++) {
            into[i] =
                    switch (prediction) {
                        case EPSILON -> (sample[i] - spread * modelOutput[i]) / signal;
                        case SAMPLE -> modelOutput[i];
                        case V_PREDICTION -> signal * sample[i] - spread * modelOutput[i];
                    };
        }
    }

    @Override
    public final float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        float alpha = alphasCumprod[timesteps[beginIndex]];
        return Schedulers.weighted(
                clean, (float) Math.sqrt(alpha), noise, (float) Math.sqrt(1 - alpha));
    }

    @Override
    public final JsonObject resolvedConfig() {
        return config.resolved();
    }
}
