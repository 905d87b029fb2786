package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// Euler's method on the probability-flow equation (Karras et al., arXiv 2206.00364, algorithm 2
/// without churn).
final class EulerScheduler extends VarianceExplodingScheduler {
    static final String NAME = "EulerDiscreteScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + """
                    , "prediction_type": "epsilon", "interpolation_type": "linear", "use_karras_sigmas": false,
                    "use_exponential_sigmas": false, "use_beta_sigmas": false, "sigma_min": null, "sigma_max": null,
                    "timestep_spacing": "linspace", "timestep_type": "discrete", "steps_offset": 0, "final_sigmas_type": "zero"
                    """;

    private enum Interpolation {
        LINEAR,
        LOG_LINEAR
    }

    private enum TimestepType {
        DISCRETE,
        CONTINUOUS
    }

    /// Timesteps and noise levels.
    private record Plan(float[] timesteps, float[] sigmas) {}

    private float[] clean = new float[0];

    EulerScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private EulerScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, plan(config, inferenceSteps));
    }

    private EulerScheduler(SchedulerConfig config, Plan plan) {
        super(config, plan.timesteps(), plan.sigmas());
    }

    private static Plan plan(SchedulerConfig config, int count) {
        TrainingNoise training = TrainingNoise.of(config).withoutZeroAtTheEnd(config);
        float[] trainingSigmas = training.sigmas();
        double[] places = VisitedLevels.places(config, training.steps(), count);
        double[] levels =
                switch (config.choice("interpolation_type", Interpolation.class)) {
                    case LINEAR -> SigmaSchedule.interpolate(places, trainingSigmas);
                    case LOG_LINEAR -> logLinear(trainingSigmas, count + 1);
                };
        VisitedLevels visited = VisitedLevels.of(config, training, places, levels);
        float[] sigmas = visited.endingIn(FinalSigma.of(config, trainingSigmas));
        boolean isContinuous =
                config.choice("timestep_type", TimestepType.class) == TimestepType.CONTINUOUS
                        && config.choice("prediction_type", PredictionType.class)
                                == PredictionType.V_PREDICTION;
        return new Plan(isContinuous ? continuousTimesteps(sigmas) : visited.timesteps(), sigmas);
    }

    private static double[] logLinear(float[] trainingSigmas, int count) {
        float largest = (float) Math.log(trainingSigmas[trainingSigmas.length - 1]);
        float smallest = (float) Math.log(trainingSigmas[0]);
        float[] logarithms = TrainingNoise.linspace(largest, smallest, count);
        var levels = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (float) Math.exp(logarithms[i]);
        }
        return levels;
    }

    private static float[] continuousTimesteps(float[] sigmas) {
        var continuous = new float[sigmas.length - 1];
        for (int i = 0; i < continuous.length; i++) {
            continuous[i] = 0.25f * (float) Math.log(sigmas[i]);
        }
        return continuous;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        float sigma = sigma(step);
        float change = sigma(step + 1) - sigma;
        predictClean(modelOutput, sigma, sample, clean);
        for (int i = 0; i < sample.length; i++) {
            float derivative = (sample[i] - clean[i]) / sigma;
            sample[i] += derivative * change;
        }
    }
}
