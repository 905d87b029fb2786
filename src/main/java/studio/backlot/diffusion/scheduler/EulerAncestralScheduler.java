package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// Euler's method with ancestral noise: each step goes lower than the next level and is brought
/// back up to it by fresh noise, also where the weight of that is 0 (`sample_euler_ancestral` of
/// k-diffusion).
final class EulerAncestralScheduler extends VarianceExplodingScheduler {
    static final String NAME = "EulerAncestralDiscreteScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + """
                    , "prediction_type": "epsilon", "timestep_spacing": "linspace", "steps_offset": 0
                    """;

    private float[] clean = new float[0];
    private float[] drawn = new float[0];

    EulerAncestralScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private EulerAncestralScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, visited(config, inferenceSteps));
    }

    private EulerAncestralScheduler(SchedulerConfig config, VisitedLevels visited) {
        super(config, visited.timesteps(), visited.endingIn(0));
        if (config.choice("prediction_type", PredictionType.class) == PredictionType.SAMPLE) {
            throw config.refused("prediction_type", "it needs epsilon or v_prediction");
        }
    }

    private static VisitedLevels visited(SchedulerConfig config, int count) {
        TrainingNoise training = TrainingNoise.of(config).withoutZeroAtTheEnd(config);
        double[] places = VisitedLevels.places(config, training.steps(), count);
        return new VisitedLevels(places, SigmaSchedule.interpolate(places, training.sigmas()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        drawn = Schedulers.sized(drawn, sample.length);
        // 1. the clean sample
        float sigma = sigma(step);
        predictClean(modelOutput, sigma, sample, clean);
        // 2. down further than the next level, and how much noise leads back up
        float next = sigma(step + 1);
        float up = (float) Math.sqrt(next * next * (sigma * sigma - next * next) / (sigma * sigma));
        float down = (float) Math.sqrt(next * next - up * up);
        float change = down - sigma;
        noise.fill(drawn);
        for (int i = 0; i < sample.length; i++) {
            float derivative = (sample[i] - clean[i]) / sigma;
            sample[i] = sample[i] + derivative * change + drawn[i] * up;
        }
    }
}
