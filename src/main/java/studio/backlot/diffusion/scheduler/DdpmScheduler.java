package studio.backlot.diffusion.scheduler;

import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;

/// DDPM: the posterior mean plus fresh noise in each step but the last (Ho et al., arXiv
/// 2006.11239, algorithm 2 and formula 7).
final class DdpmScheduler extends VariancePreservingScheduler {
    static final String NAME = "DDPMScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + ", "
                    + CleanBounds.DEFAULTS
                    + """
                    , "clip_sample": true, "variance_type": "fixed_small", "prediction_type": "epsilon",
                    "timestep_spacing": "leading", "steps_offset": 0
                    """;

    private static final List<String> VARIANCES =
            List.of("fixed_small", "fixed_small_log", "fixed_large");

    private final CleanBounds bounds;
    private final boolean isVarianceLarge;
    private float[] clean = new float[0];
    private float[] drawn = new float[0];

    DdpmScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private DdpmScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, TrainingNoise.of(config, List.of("laplace", "sigmoid")), inferenceSteps);
    }

    private DdpmScheduler(SchedulerConfig config, TrainingNoise training, int inferenceSteps) {
        super(config, training, spread(config, training.steps(), inferenceSteps));
        bounds = new CleanBounds(config);
        isVarianceLarge = config.choice("variance_type", VARIANCES).equals("fixed_large");
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
        // 1. how much is left of signal and noise here and at the next lower level
        float alpha = alphaCumprod(timestep);
        float alphaPrevious = step + 1 < steps() ? alphaCumprod(timestep(step + 1)) : 1;
        float beta = 1 - alpha;
        float betaPrevious = 1 - alphaPrevious;
        float alphaHere = alpha / alphaPrevious;
        float betaHere = 1 - alphaHere;
        // 2. the clean sample, kept within bounds
        predictClean(modelOutput, alpha, sample, clean);
        bounds.apply(clean);
        // 3. the mean of what comes before, given both
        float cleanWeight = (float) Math.sqrt(alphaPrevious) * betaHere / beta;
        float sampleWeight = (float) Math.sqrt(alphaHere) * betaPrevious / beta;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = cleanWeight * clean[i] + sampleWeight * sample[i];
        }
        // 4. noise, but not at timestep 0
        if (timestep > 0) {
            float small = Math.max(betaPrevious / beta * betaHere, 1e-20f);
            addNoise((float) Math.sqrt(isVarianceLarge ? betaHere : small), sample, noise);
        }
    }

    private void addNoise(float weight, float[] sample, NoiseSource noise) {
        drawn = Schedulers.sized(drawn, sample.length);
        noise.fill(drawn);
        for (int i = 0; i < sample.length; i++) {
            sample[i] += weight * drawn[i];
        }
    }
}
