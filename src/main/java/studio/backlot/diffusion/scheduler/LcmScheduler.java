package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// Multistep sampling of a latent consistency model: each step goes to the clean sample at once,
/// and back up to the next level by fresh noise (Luo et al., arXiv 2310.04378, algorithm 3).
final class LcmScheduler extends VariancePreservingScheduler {
    static final String NAME = "LCMScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + ", "
                    + CleanBounds.DEFAULTS
                    + """
                    , "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
                    "original_inference_steps": 50, "clip_sample": false, "prediction_type": "epsilon",
                    "timestep_scaling": 10.0
                    """;

    /// σ of the data, by which the boundary condition is scaled.
    private static final float SIGMA_DATA = 0.5f;

    private final CleanBounds bounds;
    private final float scaling;
    private float[] clean = new float[0];
    private float[] drawn = new float[0];

    LcmScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private LcmScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, TrainingNoise.of(config), inferenceSteps);
    }

    private LcmScheduler(SchedulerConfig config, TrainingNoise training, int inferenceSteps) {
        super(config, training, distilled(config, training.steps(), inferenceSteps));
        bounds = new CleanBounds(config);
        scaling = (float) config.decimal("timestep_scaling");
    }

    /// A choice among the timesteps that the model was distilled on.
    private static int[] distilled(SchedulerConfig config, int trainingSteps, int count) {
        int original = config.whole("original_inference_steps", 1, trainingSteps);
        if (count > original) {
            throw config.refused(
                    "original_inference_steps",
                    "a picture of this pack takes at most so many steps, not " + count);
        }
        int stride = trainingSteps / original;
        var timesteps = new int[count];
        for (int i = 0; i < count; i++) {
            int place = (int) Math.floor(i * ((double) original / count));
            timesteps[i] = (original - place) * stride - 1;
        }
        return timesteps;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        int timestep = timestep(step);
        // 1. the clean sample, kept within bounds
        predictClean(modelOutput, alphaCumprod(timestep), sample, clean);
        bounds.apply(clean);
        // 2. the boundary condition: at timestep 0 the sample itself
        float scaled = timestep * scaling;
        float square = scaled * scaled + SIGMA_DATA * SIGMA_DATA;
        float skip = SIGMA_DATA * SIGMA_DATA / square;
        float out = scaled / (float) Math.sqrt(square);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = out * clean[i] + skip * sample[i];
        }
        // 3. back up to the next level, but not after the last step
        if (step + 1 < steps()) {
            float alpha = alphaCumprod(timestep(step + 1));
            float signal = (float) Math.sqrt(alpha);
            float spread = (float) Math.sqrt(1 - alpha);
            drawn = Schedulers.sized(drawn, sample.length);
            noise.fill(drawn);
            for (int i = 0; i < sample.length; i++) {
                sample[i] = signal * sample[i] + spread * drawn[i];
            }
        }
    }
}
