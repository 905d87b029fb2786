package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

/// Euler's method for rectified flow: the sample is (1 − σ) of the clean one and σ of noise, and
/// the model answers the velocity between them (Esser et al., arXiv 2403.03206, with the shift of
/// §5.3.2).
final class FlowMatchEulerScheduler implements Scheduler {
    static final String NAME = "FlowMatchEulerDiscreteScheduler";

    private static final String DEFAULTS =
            """
            {"num_train_timesteps": 1000, "shift": 1.0, "use_dynamic_shifting": false,
            "invert_sigmas": false, "shift_terminal": null, "use_karras_sigmas": false,
            "use_exponential_sigmas": false, "use_beta_sigmas": false,
            "stochastic_sampling": false}
            """;

    private final SchedulerConfig config;
    private final boolean isStochastic;
    private final float[] sigmas;
    private final float[] timesteps;
    private float[] drawn = new float[0];

    FlowMatchEulerScheduler(JsonObject given, int inferenceSteps) {
        config = new SchedulerConfig(NAME, (JsonObject) JsonReader.parse(DEFAULTS), given);
        config.requireOff(
                "use_dynamic_shifting",
                "this build has no schedules that are shifted by the size of the picture");
        isStochastic = config.flag("stochastic_sampling");
        int trainingSteps = config.whole("num_train_timesteps", 2, 1_000_000);
        double[] levels = levels(trainingSteps, inferenceSteps);
        boolean isInverted = config.flag("invert_sigmas");
        sigmas = new float[inferenceSteps + 1];
        timesteps = new float[inferenceSteps];
        for (int i = 0; i < inferenceSteps; i++) {
            sigmas[i] = isInverted ? 1 - (float) levels[i] : (float) levels[i];
            timesteps[i] = sigmas[i] * trainingSteps;
        }
        sigmas[inferenceSteps] = isInverted ? 1 : 0;
    }

    private double[] levels(int trainingSteps, int count) {
        float shift = (float) config.decimal("shift");
        if (shift <= 0) {
            throw config.refused("shift", "a number above 0 is needed");
        }
        // 1. evenly spread between the ends of the training schedule, which are shifted already
        double[] levels =
                TimestepSpacing.linspace(
                        trainingSteps * (double) shiftedOnce(shift, 1f),
                        trainingSteps * (double) shiftedOnce(shift, 1f / trainingSteps),
                        count);
        // 2. shifted once more, as diffusers does
        for (int i = 0; i < count; i++) {
            double level = levels[i] / trainingSteps;
            double exact = config.decimal("shift");
            levels[i] = exact * level / (1 + (exact - 1) * level);
        }
        // 3. stretched to the terminal level, then spread by a curve, where the pack wants it
        stretch(levels);
        SigmaCurve curve = SigmaCurve.of(config);
        return curve == SigmaCurve.TRAINING
                ? levels
                : curve.levels(config, levels[0], levels[count - 1], count);
    }

    private static float shiftedOnce(float shift, float level) {
        return shift * level / (1 + (shift - 1) * level);
    }

    private void stretch(double[] levels) {
        double terminal = config.optionalDecimal("shift_terminal").orElse(0);
        if (terminal != 0) {
            double scale = (1 - levels[levels.length - 1]) / (1 - terminal);
            for (int i = 0; i < levels.length; i++) {
                levels[i] = 1 - (1 - levels[i]) / scale;
            }
        }
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
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        float sigma = sigmas[step];
        float next = sigmas[step + 1];
        if (isStochastic) {
            drawn = Schedulers.sized(drawn, sample.length);
            noise.fill(drawn);
            for (int i = 0; i < sample.length; i++) {
                float clean = sample[i] - sigma * modelOutput[i];
                sample[i] = (1 - next) * clean + next * drawn[i];
            }
            return;
        }
        float change = next - sigma;
        for (int i = 0; i < sample.length; i++) {
            sample[i] += change * modelOutput[i];
        }
    }

    @Override
    public float[] addNoise(float[] clean, float[] noise, int beginIndex) {
        Schedulers.requireSameLength(clean, noise);
        float sigma = sigmas[beginIndex];
        return Schedulers.weighted(clean, 1 - sigma, noise, sigma);
    }

    @Override
    public JsonObject resolvedConfig() {
        return config.resolved();
    }
}
