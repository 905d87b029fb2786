package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonValue.JsonObject;

/// Euler's method on the probability-flow equation (Karras et al., arXiv 2206.00364, algorithm 2
/// without churn).
final class EulerScheduler implements Scheduler {
    static final String NAME = "EulerDiscreteScheduler";

    private static final String DEFAULTS =
            """
            "prediction_type": "epsilon", "interpolation_type": "linear", "use_karras_sigmas": false,
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

    private final SchedulerConfig config;
    private final PredictionType prediction;
    private final TimestepSpacing spacing;
    private final TrainingNoise training;
    private final float[] sigmas;
    private final float[] timesteps;

    EulerScheduler(JsonObject given, int inferenceSteps) {
        config = TrainingNoise.configOf(NAME, DEFAULTS, given);
        training = TrainingNoise.of(config).withoutZeroAtTheEnd(config);
        prediction = config.choice("prediction_type", PredictionType.class);
        spacing = config.choice("timestep_spacing", TimestepSpacing.class);
        var curve = SigmaCurve.of(config);
        double[] places = places(inferenceSteps);
        float[] trainingSigmas = training.sigmas();
        double[] levels =
                switch (config.choice("interpolation_type", Interpolation.class)) {
                    case LINEAR -> SigmaSchedule.interpolate(places, trainingSigmas);
                    case LOG_LINEAR -> logLinear(trainingSigmas, inferenceSteps + 1);
                };
        if (curve != SigmaCurve.TRAINING) {
            levels = curve.levels(config, levels[0], levels[levels.length - 1], inferenceSteps);
            places = SigmaSchedule.timestepsOf(levels, SigmaSchedule.logarithms(trainingSigmas));
        }
        sigmas = SigmaSchedule.endingIn(levels, FinalSigma.of(config, trainingSigmas));
        TimestepType type = config.choice("timestep_type", TimestepType.class);
        boolean isContinuous =
                type == TimestepType.CONTINUOUS && prediction == PredictionType.V_PREDICTION;
        timesteps = isContinuous ? continuousTimesteps() : Schedulers.toFloats(places);
    }

    private double[] places(int count) {
        int offset = config.whole("steps_offset", 0, training.steps());
        return switch (spacing) {
            case LINSPACE -> TimestepSpacing.reversed(linspaceInSinglePrecision(count));
            case LEADING -> TimestepSpacing.leading(count, training.steps() / count, offset);
            case TRAILING -> TimestepSpacing.trailing(training.steps(), training.steps(), count);
        };
    }

    private double[] linspaceInSinglePrecision(int count) {
        double[] places = TimestepSpacing.linspace(0, training.steps() - 1.0, count);
        for (int i = 0; i < count; i++) {
            places[i] = (float) places[i];
        }
        return places;
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

    private float[] continuousTimesteps() {
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
    public float[] timesteps() {
        return timesteps.clone();
    }

    @Override
    public float[] sigmas() {
        return sigmas.clone();
    }

    @Override
    public float initNoiseSigma() {
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
    public void scaleInput(float[] sample, int step, float[] into) {
        float length = (float) Math.sqrt(sigmas[step] * sigmas[step] + 1);
        for (int i = 0; i < sample.length; i++) {
            into[i] = sample[i] / length;
        }
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        float sigma = sigmas[step];
        float change = sigmas[step + 1] - sigma;
        float square = sigma * sigma + 1;
        float velocityWeight = -sigma / (float) Math.sqrt(square);
        for (int i = 0; i < sample.length; i++) {
            float clean =
                    switch (prediction) {
                        case EPSILON -> sample[i] - sigma * modelOutput[i];
                        case SAMPLE -> modelOutput[i];
                        case V_PREDICTION -> modelOutput[i] * velocityWeight + sample[i] / square;
                    };
            float derivative = (sample[i] - clean) / sigma;
            sample[i] += derivative * change;
        }
    }

    @Override
    public float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        return Schedulers.weighted(clean, 1, noise, sigmas[beginIndex]);
    }

    @Override
    public JsonObject resolvedConfig() {
        return config.resolved();
    }
}
