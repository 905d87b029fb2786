package studio.backlot.diffusion.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.Level;

/// UniPC: a multistep predictor, and a corrector of one order more that uses the model output which
/// the next step needs anyway (Zhao et al., arXiv 2302.04867, algorithms 5 to 8). The weights are
/// in [UniPcWeights].
final class UniPcScheduler extends LogSnrScheduler {
    static final String NAME = "UniPCMultistepScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + ", "
                    + DynamicThreshold.DEFAULTS
                    + """
                    , "solver_order": 2, "prediction_type": "epsilon", "predict_x0": true, "solver_type": "bh2",
                    "lower_order_final": true, "disable_corrector": [], "solver_p": null,
                    "use_karras_sigmas": false, "use_exponential_sigmas": false, "use_beta_sigmas": false,
                    "use_flow_sigmas": false, "timestep_spacing": "linspace", "steps_offset": 0,
                    "final_sigmas_type": "zero", "use_dynamic_shifting": false,
                    "sigma_min": null, "sigma_max": null, "shift_terminal": null
                    """;

    /// The words of other solvers for which diffusers takes bh2.
    private static final List<String> SOLVER_TYPES =
            List.of("bh1", "bh2", "midpoint", "heun", "logrho");

    private final DynamicThreshold threshold;
    private final boolean predictsClean;
    private final boolean isFirstKind;
    private final boolean isLowerOrderFinal;
    private final int solverOrder;
    private final int[] uncorrected;

    /// Converted model outputs, the newest last.
    private final float[][] outputs;

    private float[] start = new float[0];
    private int stepsTaken;
    private int lastOrder;

    UniPcScheduler(JsonObject given, int inferenceSteps) {
        this(built(TrainingNoise.configOf(NAME, DEFAULTS, given)), inferenceSteps);
    }

    private UniPcScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, UniPcSchedule.of(config, inferenceSteps));
    }

    private UniPcScheduler(SchedulerConfig config, UniPcSchedule schedule) {
        super(config, schedule.timesteps(), schedule.sigmas());
        threshold = new DynamicThreshold(config);
        predictsClean = config.flag("predict_x0");
        isFirstKind = config.choice("solver_type", SOLVER_TYPES).equals("bh1");
        isLowerOrderFinal = config.flag("lower_order_final");
        solverOrder = config.whole("solver_order", 1, 4);
        uncorrected = uncorrected(config);
        if (endsAtZero() && (isFirstKind || !predictsClean)) {
            throw config.refused(
                    "final_sigmas_type",
                    "with solver_type bh1 or predict_x0 false it must be sigma_min");
        }
        outputs = new float[solverOrder + 1][0];
    }

    /// The same settings, unless they ask for what is not built.
    private static SchedulerConfig built(SchedulerConfig config) {
        config.requireOff("use_flow_sigmas", "this build has no flow-matching sigmas for it");
        config.requireOff("use_dynamic_shifting", "this build has no shifted flow schedules");
        config.requireAbsent("solver_p", "this build has no other predictor, only null");
        config.requireAbsent("shift_terminal", "it belongs to flow-matching sigmas, only null");
        return config;
    }

    private static int[] uncorrected(SchedulerConfig config) {
        double[] steps = config.decimals("disable_corrector");
        var whole = new int[steps.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) steps[i];
            if (whole[i] != steps[i]) {
                throw config.refused("disable_corrector", "numbers of steps are needed");
            }
        }
        return whole;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        if (stepsTaken == 0) {
            start = new float[sample.length];
        }
        // 1. the output in the form that the solver integrates
        float[] newest = oldestBuffer(sample.length);
        convert(modelOutput, level(step), sample, newest);
        // 2. with it the step before is taken again, better
        if (stepsTaken > 0 && Arrays.stream(uncorrected).noneMatch(one -> one == step - 1)) {
            correct(step, sample);
        }
        // 3. the next step, with as high an order as history and end allow
        int most = isLowerOrderFinal ? Math.min(solverOrder, steps() - step) : solverOrder;
        lastOrder = Math.min(most, stepsTaken + 1);
        System.arraycopy(sample, 0, start, 0, start.length);
        predict(step, sample);
        stepsTaken++;
    }

    private float[] oldestBuffer(int length) {
        float[] oldest = outputs[0].length == length ? outputs[0] : new float[length];
        System.arraycopy(outputs, 1, outputs, 0, solverOrder);
        outputs[solverOrder] = oldest;
        return oldest;
    }

    /// The output of `back` steps ago; 0 is the newest.
    private float[] output(int back) {
        return outputs[solverOrder - back];
    }

    private void convert(float[] modelOutput, Level level, float[] sample, float[] into) {
        if (!predictsClean) {
            predictNoise(modelOutput, level, sample, into);
            return;
        }
        predictClean(modelOutput, level, sample, into);
        if (threshold.isOn()) {
            threshold.apply(into);
        }
    }

    /// UniC: from the start of the step before to here, with the newest output as one point more.
    private void correct(int step, float[] sample) {
        var weights = weights(step - 1, lastOrder, true);
        System.arraycopy(start, 0, sample, 0, sample.length);
        apply(weights, 1, sample);
        float[] newest = output(0);
        float[] before = output(1);
        for (int i = 0; i < sample.length; i++) {
            sample[i] += weights.newest() * (newest[i] - before[i]);
        }
    }

    /// UniP: from here to the next level.
    private void predict(int step, float[] sample) {
        apply(weights(step, lastOrder, false), 0, sample);
    }

    private UniPcWeights weights(int step, int order, boolean isCorrecting) {
        var ratios = new float[order];
        float from = level(step).lambda();
        float h = level(step + 1).lambda() - from;
        for (int back = 1; back < order; back++) {
            ratios[back - 1] = (level(step - back).lambda() - from) / h;
        }
        ratios[order - 1] = 1;
        return UniPcWeights.of(
                new UniPcWeights.Kind(predictsClean, isFirstKind, isCorrecting),
                level(step),
                level(step + 1),
                ratios);
    }

    /// The part that both have: the sample, the output at the start, which is the one of `newest`
    /// steps ago, and the differences to those before it.
    private void apply(UniPcWeights weights, int newest, float[] sample) {
        float[] first = output(newest);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = weights.sample() * sample[i] + weights.first() * first[i];
        }
        for (int back = 1; back <= weights.differences().length; back++) {
            float weight = weights.differences()[back - 1];
            float[] earlier = output(newest + back);
            for (int i = 0; i < sample.length; i++) {
                sample[i] += weight * (earlier[i] - first[i]);
            }
        }
    }

    @Override
    public List<float[]> history() {
        List<float[]> history = new ArrayList<>();
        int kept = Math.min(stepsTaken, solverOrder);
        for (int back = kept - 1; back >= 0; back--) {
            history.add(output(back).clone());
        }
        if (stepsTaken > 0) {
            history.add(start.clone());
        }
        return history;
    }

    @Override
    public void resume(int step, int taken, List<float[]> history) {
        int kept = Math.min(taken, solverOrder);
        if (step < taken || history.size() != (taken > 0 ? kept + 1 : 0)) {
            throw Schedulers.cannotResume(this, step, history);
        }
        stepsTaken = taken;
        if (taken > 0) {
            for (int i = 0; i < kept; i++) {
                outputs[solverOrder - kept + 1 + i] = history.get(i).clone();
            }
            start = history.getLast().clone();
            int most = isLowerOrderFinal ? Math.min(solverOrder, steps() - step + 1) : solverOrder;
            lastOrder = Math.min(most, taken);
        }
    }
}
