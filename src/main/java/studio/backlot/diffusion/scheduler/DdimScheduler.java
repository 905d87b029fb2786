package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// DDIM: deterministic steps along the predicted clean sample (Song et al., arXiv 2010.02502,
/// formula 12 with η = 0).
final class DdimScheduler implements Scheduler {
    static final String NAME = "DDIMScheduler";

    private static final String DEFAULTS =
            DynamicThreshold.DEFAULTS
                    + """
                    , "clip_sample": true, "clip_sample_range": 1.0, "set_alpha_to_one": true, "steps_offset": 0,
                    "prediction_type": "epsilon", "timestep_spacing": "leading"
                    """;

    private final SchedulerConfig config;
    private final PredictionType prediction;
    private final DynamicThreshold threshold;
    private final float clipRange;
    private final float[] alphasCumprod;
    private final float alphaAfterLast;
    private final int stride;
    private final int[] timesteps;
    private float[] clean = new float[0];

    DdimScheduler(JsonObject given, int inferenceSteps) {
        config = TrainingNoise.configOf(NAME, DEFAULTS, given);
        alphasCumprod = TrainingNoise.of(config).alphasCumprod();
        prediction = config.choice("prediction_type", PredictionType.class);
        threshold = new DynamicThreshold(config);
        float range = (float) config.decimal("clip_sample_range");
        clipRange = config.flag("clip_sample") ? range : Float.POSITIVE_INFINITY;
        alphaAfterLast = config.flag("set_alpha_to_one") ? 1 : alphasCumprod[0];
        stride = alphasCumprod.length / inferenceSteps;
        timesteps = timesteps(inferenceSteps);
        requireUsableTimesteps();
    }

    private int[] timesteps(int count) {
        int offset = config.whole("steps_offset", 0, alphasCumprod.length);
        double[] places =
                switch (config.choice("timestep_spacing", TimestepSpacing.class)) {
                    case LINSPACE ->
                            TimestepSpacing.reversed(
                                    TimestepSpacing.linspace(0, alphasCumprod.length - 1.0, count));
                    case LEADING -> TimestepSpacing.leading(count, stride, offset);
                    case TRAILING ->
                            TimestepSpacing.trailing(
                                    alphasCumprod.length, alphasCumprod.length, count);
                };
        var whole = new int[places.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint(places[i]);
        }
        return whole;
    }

    private void requireUsableTimesteps() {
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

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public float[] timesteps() {
        var copy = new float[timesteps.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = timesteps[i];
        }
        return copy;
    }

    @Override
    public float[] sigmas() {
        return new float[0];
    }

    @Override
    public float initNoiseSigma() {
        return 1;
    }

    @Override
    public void scaleInput(float[] sample, int step, float[] into) {
        System.arraycopy(sample, 0, into, 0, sample.length);
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        int previous = timesteps[step] - stride;
        float alpha = alphasCumprod[timesteps[step]];
        float alphaPrevious = previous >= 0 ? alphasCumprod[previous] : alphaAfterLast;
        float signal = (float) Math.sqrt(alpha);
        float spread = (float) Math.sqrt(1 - alpha);
        // 1. the clean sample that the model's answer stands for
        predictClean(modelOutput, sample, signal, spread);
        // 2. kept within bounds
        if (threshold.isOn()) {
            threshold.apply(clean);
        } else {
            clip();
        }
        // 3. back towards the noise, to the next lower level
        float signalPrevious = (float) Math.sqrt(alphaPrevious);
        float spreadPrevious = (float) Math.sqrt(1 - alphaPrevious);
        for (int i = 0; i < sample.length; i++) {
            float epsilon =
                    switch (prediction) {
                        case EPSILON -> modelOutput[i];
                        case SAMPLE -> (sample[i] - signal * modelOutput[i]) / spread;
                        case V_PREDICTION -> signal * modelOutput[i] + spread * sample[i];
                    };
            sample[i] = signalPrevious * clean[i] + spreadPrevious * epsilon;
        }
    }

    private void predictClean(float[] modelOutput, float[] sample, float signal, float spread) {
        if (clean.length != sample.length) {
            clean = new float[sample.length];
        }
        for (int i = 0; i < sample.length; i++) {
            clean[i] =
                    switch (prediction) {
                        case EPSILON -> (sample[i] - spread * modelOutput[i]) / signal;
                        case SAMPLE -> modelOutput[i];
                        case V_PREDICTION -> signal * sample[i] - spread * modelOutput[i];
                    };
        }
    }

    private void clip() {
        if (clipRange == Float.POSITIVE_INFINITY) {
            return;
        }
        for (int i = 0; i < clean.length; i++) {
            clean[i] = Math.min(Math.max(clean[i], -clipRange), clipRange);
        }
    }

    @Override
    public float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        float alpha = alphasCumprod[timesteps[beginIndex]];
        return Schedulers.weighted(
                clean, (float) Math.sqrt(alpha), noise, (float) Math.sqrt(1 - alpha));
    }

    @Override
    public JsonObject resolvedConfig() {
        return config.resolved();
    }
}
