package studio.backlot.diffusion.scheduler;

import java.util.Arrays;
import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;

/// The linear multistep method of order 4 (Adams and Bashforth) on the probability-flow equation,
/// over the noise level: the last slopes are joined by a polynomial, which is integrated exactly.
final class LmsScheduler extends VarianceExplodingScheduler {
    static final String NAME = "LMSDiscreteScheduler";

    private static final String DEFAULTS =
            """
            "prediction_type": "epsilon", "use_karras_sigmas": false, "use_exponential_sigmas": false,
            "use_beta_sigmas": false, "timestep_spacing": "linspace", "steps_offset": 0
            """;

    private static final int ORDER = 4;

    /// The nodes and weights of Gauss and Legendre with two points: exact for cubic polynomials.
    private static final double NODE = 1 / Math.sqrt(3);

    /// The slopes of the last steps, the newest first.
    private final float[][] slopes = new float[ORDER][0];

    private float[] clean = new float[0];
    private int kept;

    LmsScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private LmsScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, VisitedLevels.of(config, TrainingNoise.of(config), inferenceSteps));
    }

    private LmsScheduler(SchedulerConfig config, VisitedLevels visited) {
        super(config, visited.timesteps(), visited.endingIn(0));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        // 1. the slope here
        float sigma = sigma(step);
        predictClean(modelOutput, sigma, sample, clean);
        float[] newest = oldestBuffer(sample.length);
        for (int i = 0; i < sample.length; i++) {
            newest[i] = (sample[i] - clean[i]) / sigma;
        }
        kept = Math.min(kept + 1, ORDER);
        // 2. the order is that of the place in the schedule, also where a later begin leaves
        // fewer slopes
        int order = Math.min(step + 1, ORDER);
        for (int back = 0; back < Math.min(order, kept); back++) {
            float weight = weight(order, step, back);
            float[] slope = slopes[back];
            for (int i = 0; i < sample.length; i++) {
                sample[i] += weight * slope[i];
            }
        }
    }

    private float[] oldestBuffer(int length) {
        float[] oldest = slopes[ORDER - 1].length == length ? slopes[ORDER - 1] : new float[length];
        System.arraycopy(slopes, 0, slopes, 1, ORDER - 1);
        slopes[0] = oldest;
        return oldest;
    }

    /// The integral over this step of the polynomial that is 1 at the level `back` steps ago and 0
    /// at the others.
    private float weight(int order, int step, int back) {
        double from = sigma(step);
        double to = sigma(step + 1);
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        return (float)
                (half
                        * (polynomial(order, step, back, middle - half * NODE)
                                + polynomial(order, step, back, middle + half * NODE)));
    }

    private double polynomial(int order, int step, int back, double at) {
        double product = 1;
        for (int k = 0; k < order; k++) {
            if (k != back) {
                product *= (at - sigma(step - k)) / ((double) sigma(step - back) - sigma(step - k));
            }
        }
        return product;
    }

    @Override
    public List<float[]> history() {
        return Arrays.stream(slopes, 0, kept).map(float[]::clone).toList().reversed();
    }

    @Override
    public void resume(int step, int taken, List<float[]> history) {
        if (step < 0 || history.size() != Math.min(taken, ORDER)) {
            throw Schedulers.cannotResume(this, step, history);
        }
        kept = history.size();
        for (int i = 0; i < kept; i++) {
            slopes[i] = history.get(kept - 1 - i).clone();
        }
    }
}
