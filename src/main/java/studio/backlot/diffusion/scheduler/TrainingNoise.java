package studio.backlot.diffusion.scheduler;

import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

/// The noise schedule that a denoiser was trained with: how much of the clean sample is left at
/// each timestep.
///
/// `alphasCumprod[t]` is ᾱ(t) of Ho et al. (arXiv 2006.11239), in single precision as PyTorch
/// computes it.
record TrainingNoise(float[] alphasCumprod) {
    /// ᾱ at the last timestep for algorithms that divide by it where a zero-terminal-SNR schedule
    /// has zero there.
    private static final float NEARLY_ZERO = 0x1p-24f;

    /// The keys of `scheduler_config.json` that are read here, with diffusers' defaults.
    static final String DEFAULTS =
            """
            "num_train_timesteps": 1000, "beta_start": 0.0001, "beta_end": 0.02, "beta_schedule": "linear",
            "trained_betas": null, "rescale_betas_zero_snr": false\
            """;

    private enum BetaSchedule {
        LINEAR,
        SCALED_LINEAR,
        SQUAREDCOS_CAP_V2
    }

    static TrainingNoise of(SchedulerConfig config) {
        float[] betas = betas(config);
        if (config.flag("rescale_betas_zero_snr")) {
            rescaleToZeroTerminalSnr(betas);
        }
        return new TrainingNoise(cumulativeProduct(betas));
    }

    /// The settings of one scheduler: those read here and its own, both written as members of a
    /// JSON object.
    static SchedulerConfig configOf(String scheduler, String ownDefaults, JsonObject given) {
        var defaults = (JsonObject) JsonReader.parse("{" + DEFAULTS + ", " + ownDefaults + "}");
        return new SchedulerConfig(scheduler, defaults, given);
    }

    int steps() {
        return alphasCumprod.length;
    }

    /// The same schedule with a last ᾱ that can be divided by, where it was rescaled to zero.
    TrainingNoise withoutZeroAtTheEnd(SchedulerConfig config) {
        if (!config.flag("rescale_betas_zero_snr")) {
            return this;
        }
        float[] copy = alphasCumprod.clone();
        copy[copy.length - 1] = NEARLY_ZERO;
        return new TrainingNoise(copy);
    }

    /// Whether the betas follow the cosine schedule by name, whatever `trained_betas` says (as
    /// diffusers asks).
    static boolean isCosine(SchedulerConfig config) {
        return config.choice("beta_schedule", BetaSchedule.class) == BetaSchedule.SQUAREDCOS_CAP_V2;
    }

    /// σ(t) = √((1 − ᾱ) / ᾱ) for every timestep, rising.
    float[] sigmas() {
        var sigmas = new float[steps()];
        for (int t = 0; t < sigmas.length; t++) {
            sigmas[t] = (float) Math.sqrt((1 - alphasCumprod[t]) / alphasCumprod[t]);
        }
        return sigmas;
    }

    private static float[] betas(SchedulerConfig config) {
        int steps = config.whole("num_train_timesteps", 2, 1_000_000);
        double[] trained = config.decimals("trained_betas");
        if (trained.length > 0) {
            if (trained.length != steps) {
                throw config.refused(
                        "trained_betas",
                        trained.length + " values do not fit num_train_timesteps = " + steps);
            }
            return Schedulers.toFloats(trained);
        }
        double start = config.decimal("beta_start");
        double end = config.decimal("beta_end");
        return switch (config.choice("beta_schedule", BetaSchedule.class)) {
            case LINEAR -> linspace((float) start, (float) end, steps);
            case SCALED_LINEAR -> {
                float[] roots = linspace((float) Math.sqrt(start), (float) Math.sqrt(end), steps);
                for (int i = 0; i < steps; i++) {
                    roots[i] *= roots[i];
                }
                yield roots;
            }
            case SQUAREDCOS_CAP_V2 -> cosine(steps);
        };
    }

    /// `torch.linspace` in single precision: counted from the nearer end, multiplied and added in
    /// one rounding.
    static float[] linspace(float start, float end, int count) {
        var values = new float[count];
        float step = count > 1 ? (end - start) / (count - 1) : 0;
        for (int i = 0; i < count; i++) {
            values[i] =
                    i < count / 2 || count == 1
                            ? Math.fma(step, i, start)
                            : Math.fma(-step, count - i - 1, end);
        }
        return values;
    }

    /// The cosine schedule of Nichol and Dhariwal (arXiv 2102.09672).
    private static float[] cosine(int steps) {
        var betas = new float[steps];
        for (int i = 0; i < steps; i++) {
            double ratio =
                    cosineAlphaBar((i + 1) / (double) steps) / cosineAlphaBar(i / (double) steps);
            betas[i] = (float) Math.min(1 - ratio, 0.999);
        }
        return betas;
    }

    private static double cosineAlphaBar(double time) {
        double cosine = Math.cos((time + 0.008) / 1.008 * Math.PI / 2);
        return cosine * cosine;
    }

    /// Algorithm 1 of Lin et al. (arXiv 2305.08891): the last timestep becomes pure noise, the
    /// first stays as it was.
    private static void rescaleToZeroTerminalSnr(float[] betas) {
        float[] roots = cumulativeProduct(betas);
        for (int i = 0; i < roots.length; i++) {
            roots[i] = (float) Math.sqrt(roots[i]);
        }
        float first = roots[0];
        float last = roots[roots.length - 1];
        float scale = first / (first - last);
        float previous = 1;
        for (int i = 0; i < roots.length; i++) {
            float root = (roots[i] - last) * scale;
            float alphaBar = root * root;
            betas[i] = 1 - alphaBar / previous;
            previous = alphaBar;
        }
    }

    /// ∏ (1 − β): the factors in single, the running product in double precision, each result
    /// rounded to single.
    private static float[] cumulativeProduct(float[] betas) {
        var products = new float[betas.length];
        double product = 1;
        for (int i = 0; i < betas.length; i++) {
            product *= 1 - betas[i];
            products[i] = (float) product;
        }
        return products;
    }
}
