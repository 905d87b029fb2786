package studio.backlot.diffusion.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
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

    /// What a scheduler adds to its own settings where it can rescale the schedule to zero terminal
    /// SNR.
    static final String RESCALING = "\"rescale_betas_zero_snr\": false";

    /// The keys of `scheduler_config.json` that are read here, with the defaults that most
    /// schedulers of diffusers have.
    private static final String DEFAULTS =
            """
            {"num_train_timesteps": 1000, "beta_start": 0.0001, "beta_end": 0.02, "beta_schedule": "linear",
            "trained_betas": null}
            """;

    private static final String RESCALE_KEY = "rescale_betas_zero_snr";
    private static final String SCHEDULE_KEY = "beta_schedule";
    private static final List<String> SCHEDULES =
            List.of("linear", "scaled_linear", "squaredcos_cap_v2");

    static TrainingNoise of(SchedulerConfig config) {
        return of(config, List.of());
    }

    /// With names of beta schedules that this scheduler knows besides those that all do: `exp`,
    /// `laplace`, `sigmoid`.
    static TrainingNoise of(SchedulerConfig config, List<String> moreSchedules) {
        List<String> allowed = new ArrayList<>(SCHEDULES);
        allowed.addAll(moreSchedules);
        float[] betas = betas(config, allowed);
        if (isRescaled(config)) {
            rescaleToZeroTerminalSnr(betas);
        }
        return new TrainingNoise(cumulativeProduct(betas));
    }

    private static boolean isRescaled(SchedulerConfig config) {
        return config.declares(RESCALE_KEY) && config.flag(RESCALE_KEY);
    }

    /// The settings of one scheduler: those read here and its own, which are written as members of
    /// a JSON object and go before.
    static SchedulerConfig configOf(String scheduler, String ownDefaults, JsonObject given) {
        Map<String, JsonValue> defaults =
                new LinkedHashMap<>(((JsonObject) JsonReader.parse(DEFAULTS)).members());
        defaults.putAll(((JsonObject) JsonReader.parse("{" + ownDefaults + "}")).members());
        return new SchedulerConfig(scheduler, new JsonObject(defaults), given);
    }

    int steps() {
        return alphasCumprod.length;
    }

    /// The same schedule with a last ᾱ that can be divided by, where it was rescaled to zero.
    TrainingNoise withoutZeroAtTheEnd(SchedulerConfig config) {
        if (!isRescaled(config)) {
            return this;
        }
        float[] copy = alphasCumprod.clone();
        copy[copy.length - 1] = NEARLY_ZERO;
        return new TrainingNoise(copy);
    }

    /// Whether the betas follow the cosine schedule by name, whatever `trained_betas` says (as
    /// diffusers asks).
    static boolean isCosine(SchedulerConfig config) {
        return config.choice(SCHEDULE_KEY, SCHEDULES).equals("squaredcos_cap_v2");
    }

    /// σ(t) = √((1 − ᾱ) / ᾱ) for every timestep, rising.
    float[] sigmas() {
        var sigmas = new float[steps()];
        for (int t = 0; t < sigmas.length; t++) {
            sigmas[t] = (float) Math.sqrt((1 - alphasCumprod[t]) / alphasCumprod[t]);
        }
        return sigmas;
    }

    private static float[] betas(SchedulerConfig config, List<String> allowed) {
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
        return switch (config.choice(SCHEDULE_KEY, allowed)) {
            case "linear" -> linspace((float) start, (float) end, steps);
            case "scaled_linear" -> {
                float[] roots = linspace((float) Math.sqrt(start), (float) Math.sqrt(end), steps);
                for (int i = 0; i < steps; i++) {
                    roots[i] *= roots[i];
                }
                yield roots;
            }
            case "exp" -> fromAlphaBar(steps, time -> Math.exp(time * -12.0));
            case "laplace" -> fromAlphaBar(steps, TrainingNoise::laplaceAlphaBar);
            case "sigmoid" -> sigmoid((float) start, (float) end, steps);
            default -> fromAlphaBar(steps, TrainingNoise::cosineAlphaBar);
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

    /// The betas that make ᾱ fall as this function of the time from 0 to 1 does.
    private static float[] fromAlphaBar(int steps, DoubleUnaryOperator alphaBar) {
        var betas = new float[steps];
        for (int i = 0; i < steps; i++) {
            double ratio =
                    alphaBar.applyAsDouble((i + 1) / (double) steps)
                            / alphaBar.applyAsDouble(i / (double) steps);
            betas[i] = (float) Math.min(1 - ratio, 0.999);
        }
        return betas;
    }

    private static float[] sigmoid(float start, float end, int steps) {
        float[] betas = linspace(-6, 6, steps);
        for (int i = 0; i < steps; i++) {
            betas[i] = 1 / (1 + (float) Math.exp(-betas[i])) * (end - start) + start;
        }
        return betas;
    }

    /// The Laplace schedule of Hang et al. (arXiv 2407.03297).
    private static double laplaceAlphaBar(double time) {
        double distance = 0.5 - time;
        double lambda =
                -0.5 * Math.copySign(1, distance) * Math.log(1 - 2 * Math.abs(distance) + 1e-6);
        double snr = Math.exp(lambda);
        return Math.sqrt(snr / (1 + snr));
    }

    /// The cosine schedule of Nichol and Dhariwal (arXiv 2102.09672).
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
