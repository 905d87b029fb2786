package studio.backlot.diffusion.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;

/// Pseudo numerical methods (Liu et al., arXiv 2202.09778): Runge and Kutta's for the first three
/// timesteps, then the linear multistep method of order 4; with `skip_prk_steps` (PLMS) the
/// multistep method alone, whose second step repeats the first one corrected.
///
/// There are more steps than asked for: one with PLMS, nine with both.
final class PndmScheduler extends VariancePreservingScheduler {
    static final String NAME = "PNDMScheduler";

    private static final String DEFAULTS =
            """
            "skip_prk_steps": false, "set_alpha_to_one": false, "prediction_type": "epsilon",
            "timestep_spacing": "leading", "steps_offset": 0
            """;

    private static final int ORDER = 4;

    /// Steps of Runge and Kutta: four for each of three timesteps.
    private static final int RUNGE_KUTTA = 12;

    private final float alphaAfterLast;
    private final int stride;
    private final boolean isMultistepAlone;

    /// Model outputs of whole timesteps, the newest last.
    private final List<float[]> outputs = new ArrayList<>();

    private float[] start = new float[0];
    private float[] sum = new float[0];
    private float[] joined = new float[0];
    private int taken;

    PndmScheduler(JsonObject given, int inferenceSteps) {
        this(TrainingNoise.configOf(NAME, DEFAULTS, given), inferenceSteps);
    }

    private PndmScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, TrainingNoise.of(config), inferenceSteps);
    }

    private PndmScheduler(SchedulerConfig config, TrainingNoise training, int inferenceSteps) {
        super(config, training, timesteps(config, training.steps(), inferenceSteps));
        if (prediction() == PredictionType.SAMPLE) {
            throw config.refused("prediction_type", "it needs epsilon or v_prediction");
        }
        alphaAfterLast = config.flag("set_alpha_to_one") ? 1 : alphaCumprod(0);
        stride = training.steps() / inferenceSteps;
        isMultistepAlone = config.flag("skip_prk_steps");
    }

    private static int[] timesteps(SchedulerConfig config, int trainingSteps, int count) {
        int[] falling = spread(config, trainingSteps, count);
        if (config.flag("skip_prk_steps")) {
            return count == 1 ? new int[] {falling[0]} : withSecondTwice(falling);
        }
        if (count < ORDER) {
            throw config.refused(
                    "skip_prk_steps", "with false it needs at least " + ORDER + " steps");
        }
        // 1. each of the first four timesteps and the place half a stride above it, rising
        int half = trainingSteps / count / 2;
        var rising = new int[2 * ORDER];
        for (int i = 0; i < ORDER; i++) {
            rising[2 * i] = falling[ORDER - 1 - i];
            rising[2 * i + 1] = falling[ORDER - 1 - i] + half;
        }
        // 2. all but the last twice, without the outermost, falling
        var all = new int[RUNGE_KUTTA + count - 3];
        for (int i = 0; i < RUNGE_KUTTA; i++) {
            all[i] = rising[(RUNGE_KUTTA - i) / 2];
        }
        // 3. then those of the multistep method
        System.arraycopy(falling, 3, all, RUNGE_KUTTA, count - 3);
        return all;
    }

    private static int[] withSecondTwice(int[] falling) {
        var all = new int[falling.length + 1];
        System.arraycopy(falling, 0, all, 0, 2);
        System.arraycopy(falling, 1, all, 2, falling.length - 1);
        return all;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        joined = Schedulers.sized(joined, sample.length);
        if (taken < RUNGE_KUTTA && !isMultistepAlone) {
            stepRungeKutta(modelOutput, step, sample);
        } else {
            stepMultistep(modelOutput, step, sample);
        }
        taken++;
    }

    private void stepRungeKutta(float[] modelOutput, int step, float[] sample) {
        int part = taken % 4;
        if (part == 0) {
            outputs.add(modelOutput.clone());
            start = sample.clone();
            sum = new float[sample.length];
        }
        // the slopes are weighed 1, 2, 2, 1
        float weight = part == 0 || part == 3 ? 1 / 6f : 1 / 3f;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * modelOutput[i];
        }
        int previous = timestep(step) - (taken % 2 == 1 ? 0 : stride / 2);
        System.arraycopy(start, 0, sample, 0, sample.length);
        // as in diffusers, the timestep is counted from the first step taken
        advance(sample, timestep(taken - part), previous, part == 3 ? sum : modelOutput);
    }

    private void stepMultistep(float[] modelOutput, int step, float[] sample) {
        int timestep = timestep(step);
        int previous = timestep - stride;
        if (taken == 1) {
            previous = timestep;
            timestep += stride;
        } else {
            keep(modelOutput);
        }
        if (taken == 0) {
            start = sample.clone();
            System.arraycopy(modelOutput, 0, joined, 0, joined.length);
        } else if (taken == 1) {
            System.arraycopy(start, 0, sample, 0, sample.length);
            float[] first = outputs.getLast();
            for (int i = 0; i < joined.length; i++) {
                joined[i] = (modelOutput[i] + first[i]) / 2;
            }
        } else {
            join();
        }
        advance(sample, timestep, previous, joined);
    }

    /// Keeps the newest outputs, in the buffer of the oldest where there are enough.
    private void keep(float[] modelOutput) {
        float[] into = outputs.size() == ORDER ? outputs.removeFirst() : new float[0];
        if (into.length != modelOutput.length) {
            into = new float[modelOutput.length];
        }
        System.arraycopy(modelOutput, 0, into, 0, into.length);
        outputs.add(into);
    }

    /// The multistep formula of as high an order as there are outputs.
    private void join() {
        float[] last = outputs.getLast();
        for (int i = 0; i < joined.length; i++) {
            joined[i] =
                    switch (outputs.size()) {
                        case 1 -> last[i];
                        case 2 -> (3 * last[i] - back(1)[i]) / 2;
                        case 3 -> (23 * last[i] - 16 * back(1)[i] + 5 * back(2)[i]) / 12;
                        default ->
                                1
                                        / 24f
                                        * (55 * last[i]
                                                - 59 * back(1)[i]
                                                + 37 * back(2)[i]
                                                - 9 * back(3)[i]);
                    };
        }
    }

    private float[] back(int steps) {
        return outputs.get(outputs.size() - 1 - steps);
    }

    /// Formula 11 of the paper, from one timestep to another.
    private void advance(float[] sample, int from, int to, float[] output) {
        float alpha = alphaCumprod(from);
        float alphaTo = to >= 0 ? alphaCumprod(to) : alphaAfterLast;
        float beta = 1 - alpha;
        float betaTo = 1 - alphaTo;
        float sampleWeight = (float) Math.sqrt(alphaTo / alpha);
        float denominator =
                alpha * (float) Math.sqrt(betaTo) + (float) Math.sqrt(alpha * beta * alphaTo);
        float signal = (float) Math.sqrt(alpha);
        float spread = (float) Math.sqrt(beta);
        boolean isVelocity = prediction() == PredictionType.V_PREDICTION;
        for (int i = 0; i < sample.length; i++) {
            float epsilon = isVelocity ? signal * output[i] + spread * sample[i] : output[i];
            sample[i] = sampleWeight * sample[i] - (alphaTo - alpha) * epsilon / denominator;
        }
    }

    @Override
    public List<float[]> history() {
        List<float[]> history = new ArrayList<>();
        outputs.forEach(output -> history.add(output.clone()));
        if (hasStart(taken)) {
            history.add(start.clone());
        }
        if (hasSum(taken)) {
            history.add(sum.clone());
        }
        return history;
    }

    private boolean hasStart(int steps) {
        return isMultistepAlone ? steps == 1 : hasSum(steps);
    }

    private boolean hasSum(int steps) {
        return !isMultistepAlone && steps < RUNGE_KUTTA && steps % 4 != 0;
    }

    private int outputsAfter(int steps) {
        if (!isMultistepAlone) {
            return Math.min(ORDER, steps < RUNGE_KUTTA ? Math.ceilDiv(steps, 4) : steps - 9);
        }
        return Math.min(ORDER, steps < 2 ? steps : steps - 1);
    }

    @Override
    public void resume(int step, int takenBefore, List<float[]> history) {
        int kept = outputsAfter(takenBefore);
        int more = (hasStart(takenBefore) ? 1 : 0) + (hasSum(takenBefore) ? 1 : 0);
        if (step < 0 || history.size() != kept + more) {
            throw Schedulers.cannotResume(this, step, history);
        }
        taken = takenBefore;
        outputs.clear();
        Arrays.stream(history.toArray(float[][]::new), 0, kept)
                .map(float[]::clone)
                .forEach(outputs::add);
        if (hasStart(taken)) {
            start = history.get(kept).clone();
        }
        if (hasSum(taken)) {
            sum = history.get(kept + 1).clone();
        }
    }
}
