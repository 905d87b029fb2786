package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// DDIM: deterministic steps along the predicted clean sample (Song et al., arXiv 2010.02502,
/// formula 12 with η = 0).
final class DdimScheduler extends VariancePreservingScheduler {
    static final String NAME = "DDIMScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + ", "
                    + CleanBounds.DEFAULTS
                    + """
                    , "clip_sample": true, "set_alpha_to_one": true, "steps_offset": 0,
                    "prediction_type": "epsilon", "timestep_spacing": "leading"
                    """;

    private final CleanBounds bounds;
    private final float alphaAfterLast;
    private final int stride;
    private float[] clean = new float[0];

    DdimScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private DdimScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, TrainingNoise.of(config), inferenceSteps);
    }

    private DdimScheduler(SchedulerConfig config, TrainingNoise training, int inferenceSteps) {
        super(config, training, spread(config, training.steps(), inferenceSteps));
        bounds = new CleanBounds(config);
        alphaAfterLast = config.flag("set_alpha_to_one") ? 1 : alphaCumprod(0);
        stride = training.steps() / inferenceSteps;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        int previous = timestep(step) - stride;
        float alpha = alphaCumprod(timestep(step));
        float alphaPrevious = previous >= 0 ? alphaCumprod(previous) : alphaAfterLast;
        // 1. the clean sample that the model's answer stands for
        predictClean(modelOutput, alpha, sample, clean);
        // 2. kept within bounds
        bounds.apply(clean);
        // 3. back towards the noise, to the next lower level
        float signal = (float) Math.sqrt(alpha);
        float spread = (float) Math.sqrt(1 - alpha);
        float signalPrevious = (float) Math.sqrt(alphaPrevious);
        float spreadPrevious = (float) Math.sqrt(1 - alphaPrevious);
        for (int i = 0; i < sample.length; i++) {
            float epsilon =
                    switch (prediction()) {
                        case EPSILON -> modelOutput[i];
                        case SAMPLE -> (sample[i] - signal * modelOutput[i]) / spread;
                        case V_PREDICTION -> signal * modelOutput[i] + spread * sample[i];
                    };
            sample[i] = signalPrevious * clean[i] + spreadPrevious * epsilon;
        }
    }
}
