package studio.backlot.diffusion.scheduler;

import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;

/// Heun's method on the probability-flow equation (Karras et al., arXiv 2206.00364, algorithm 1):
/// each level but the last is visited twice, first for Euler's step, then to correct it by the mean
/// of both slopes.
///
/// With n steps asked for there are 2n − 1.
final class HeunScheduler extends VarianceExplodingScheduler {
    static final String NAME = "HeunDiscreteScheduler";

    private static final String DEFAULTS =
            """
            "beta_start": 0.00085, "beta_end": 0.012,
            "prediction_type": "epsilon", "use_karras_sigmas": false, "use_exponential_sigmas": false,
            "use_beta_sigmas": false, "clip_sample": false, "clip_sample_range": 1.0,
            "timestep_spacing": "linspace", "steps_offset": 0
            """;

    private final float clipRange;
    private float[] slope = new float[0];
    private float[] start = new float[0];
    private float[] clean = new float[0];
    private boolean isCorrecting;

    HeunScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private HeunScheduler(SchedulerConfig config, int inferenceSteps) {
        this(
                config,
                VisitedLevels.of(config, TrainingNoise.of(config, List.of("exp")), inferenceSteps));
    }

    private HeunScheduler(SchedulerConfig config, VisitedLevels visited) {
        super(config, twice(visited.timesteps(), 0), twice(visited.endingIn(0), 1));
        float range = (float) config.decimal("clip_sample_range");
        clipRange = config.flag("clip_sample") ? range : Float.POSITIVE_INFINITY;
    }

    /// Each value twice but the first, and but so many at the end.
    private static float[] twice(float[] values, int onceAtTheEnd) {
        int repeated = values.length - 1 - onceAtTheEnd;
        var all = new float[values.length + repeated];
        all[0] = values[0];
        for (int i = 1; i <= repeated; i++) {
            all[2 * i - 1] = values[i];
            all[2 * i] = values[i];
        }
        for (int i = 0; i < onceAtTheEnd; i++) {
            all[all.length - onceAtTheEnd + i] = values[values.length - onceAtTheEnd + i];
        }
        return all;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        clean = Schedulers.sized(clean, sample.length);
        if (isCorrecting) {
            correct(modelOutput, step, sample);
        } else {
            advance(modelOutput, step, sample);
        }
        isCorrecting = !isCorrecting;
    }

    private void advance(float[] modelOutput, int step, float[] sample) {
        if (slope.length != sample.length) {
            slope = new float[sample.length];
            start = new float[sample.length];
        }
        float sigma = sigma(step);
        float change = sigma(step + 1) - sigma;
        predictClean(modelOutput, sigma, sample, clean);
        for (int i = 0; i < sample.length; i++) {
            start[i] = sample[i];
            slope[i] = (sample[i] - clipped(clean[i])) / sigma;
            sample[i] = sample[i] + slope[i] * change;
        }
    }

    private void correct(float[] modelOutput, int step, float[] sample) {
        float sigma = sigma(step);
        float change = sigma - sigma(step - 1);
        predictClean(modelOutput, sigma, sample, clean);
        for (int i = 0; i < sample.length; i++) {
            float second = (sample[i] - clipped(clean[i])) / sigma;
            sample[i] = start[i] + (slope[i] + second) / 2 * change;
        }
    }

    private float clipped(float value) {
        return Math.min(Math.max(value, -clipRange), clipRange);
    }

    @Override
    public List<float[]> history() {
        return isCorrecting ? List.of(slope.clone(), start.clone()) : List.of();
    }

    @Override
    public void resume(int step, int taken, List<float[]> history) {
        if (step < 0 || history.size() != (taken % 2 == 0 ? 0 : 2)) {
            throw Schedulers.cannotResume(this, step, history);
        }
        isCorrecting = taken % 2 == 1;
        if (isCorrecting) {
            slope = history.getFirst().clone();
            start = history.getLast().clone();
        }
    }
}
