package studio.backlot.diffusion.scheduler;

import java.util.Arrays;
import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.Algorithm;
import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.Level;
import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.SolverType;

/// DPM-Solver and DPM-Solver++ in their multistep form, of order 1 to 3, with and without noise
/// added in each step.
///
/// "DPM++ 2M" is `dpmsolver++` of order 2, "DPM++ 2M SDE" is `sde-dpmsolver++`. The formulas are in
/// [DpmSolverCoefficients]; here is which of them a step uses, and the history that it needs.
final class DpmSolverMultistepScheduler extends LogSnrScheduler {
    static final String NAME = "DPMSolverMultistepScheduler";

    private static final String DEFAULTS =
            TrainingNoise.RESCALING
                    + ", "
                    + DynamicThreshold.DEFAULTS
                    + """
                    , "solver_order": 2, "prediction_type": "epsilon", "algorithm_type": "dpmsolver++",
                    "solver_type": "midpoint",
                    "lower_order_final": true, "euler_at_final": false, "use_karras_sigmas": false,
                    "use_exponential_sigmas": false, "use_beta_sigmas": false, "use_lu_lambdas": false,
                    "use_flow_sigmas": false,
                    "final_sigmas_type": "zero", "lambda_min_clipped": "-Infinity", "variance_type": null,
                    "timestep_spacing": "linspace", "steps_offset": 0, "use_dynamic_shifting": false,
                    "sigma_min": null, "sigma_max": null
                    """;

    /// The words of other solvers for which diffusers takes the midpoint rule.
    private static final List<String> SOLVER_TYPES =
            List.of("midpoint", "heun", "logrho", "bh1", "bh2");

    private static final List<String> ALGORITHMS =
            List.of("dpmsolver++", "sde-dpmsolver++", "dpmsolver", "sde-dpmsolver", "deis");

    /// Below this number of steps the last two steps may be of lower order.
    private static final int FEW_STEPS = 15;

    private final DynamicThreshold threshold;
    private final Algorithm algorithm;
    private final SolverType solverType;
    private final int solverOrder;
    private final boolean isLowerOrderBeforeLast;
    private final boolean isLastOfFirstOrder;

    /// Converted model outputs, the newest last.
    private final float[][] outputs;

    private float[] drawn = new float[0];
    private int stepsTaken;
    private int nextStep;

    DpmSolverMultistepScheduler(JsonObject given, int inferenceSteps) {
        this(built(TrainingNoise.configOf(NAME, DEFAULTS, given)), inferenceSteps);
    }

    private DpmSolverMultistepScheduler(SchedulerConfig config, int inferenceSteps) {
        this(config, DpmSolverSchedule.of(config, inferenceSteps));
    }

    private DpmSolverMultistepScheduler(SchedulerConfig config, DpmSolverSchedule schedule) {
        super(config, schedule.timesteps(), schedule.sigmas());
        threshold = new DynamicThreshold(config);
        algorithm = algorithm(config);
        solverType =
                config.choice("solver_type", SOLVER_TYPES).equals("heun")
                        ? SolverType.HEUN
                        : SolverType.MIDPOINT;
        solverOrder = solverOrder(config, algorithm);
        if (endsAtZero() && !algorithm.predictsClean()) {
            throw config.refused(
                    "final_sigmas_type",
                    "with algorithm_type "
                            + config.choice("algorithm_type", ALGORITHMS)
                            + " it must be sigma_min");
        }
        isLowerOrderBeforeLast = config.flag("lower_order_final") && steps() < FEW_STEPS;
        isLastOfFirstOrder =
                config.flag("euler_at_final") || isLowerOrderBeforeLast || endsAtZero();
        outputs = new float[solverOrder][0];
    }

    /// The same settings, unless they ask for what is not built.
    private static SchedulerConfig built(SchedulerConfig config) {
        config.requireOff("use_flow_sigmas", "this build has no flow-matching sigmas");
        config.requireOff("use_dynamic_shifting", "this build has no shifted flow schedules");
        config.requireAbsent(
                "variance_type",
                "this build has no denoisers that learn their variance, only null");
        return config;
    }

    private static Algorithm algorithm(SchedulerConfig config) {
        return switch (config.choice("algorithm_type", ALGORITHMS)) {
            case "dpmsolver" -> Algorithm.DPMSOLVER;
            case "sde-dpmsolver" -> Algorithm.SDE_DPMSOLVER;
            case "sde-dpmsolver++" -> Algorithm.SDE_DPMSOLVER_PLUS_PLUS;
            default -> Algorithm.DPMSOLVER_PLUS_PLUS;
        };
    }

    private static int solverOrder(SchedulerConfig config, Algorithm algorithm) {
        int order = config.whole("solver_order", 1, 3);
        if (order == 3 && algorithm == Algorithm.SDE_DPMSOLVER) {
            throw config.refused("solver_order", "sde-dpmsolver has orders 1 and 2");
        }
        return order;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void step(float[] modelOutput, int step, float[] sample, NoiseSource noise) {
        Schedulers.requireSameLength(modelOutput, sample);
        requireNext(step);
        // 1. the newest output in the form that the solver integrates
        float[] newest = oldestBuffer(sample.length);
        convert(modelOutput, level(step), sample, newest);
        // 2. noise is drawn in every stochastic step, also where its weight is 0
        if (algorithm.isStochastic()) {
            drawn = Schedulers.sized(drawn, sample.length);
            noise.fill(drawn);
        }
        // 3. as high an order as the history and the end of the schedule allow
        int order = order(step);
        var weights =
                DpmSolverCoefficients.of(
                        algorithm, solverType, order, level(step), level(step + 1));
        if (order == 3) {
            advanceThirdOrder(weights, step, sample);
        } else {
            advance(weights, order == 1 ? 0 : inverseRatio(step, 1), sample);
        }
        stepsTaken++;
        nextStep = step + 1;
    }

    @Override
    public List<float[]> history() {
        return Arrays.stream(outputs, solverOrder - Math.min(stepsTaken, solverOrder), solverOrder)
                .map(float[]::clone)
                .toList();
    }

    @Override
    public void resume(int step, int taken, List<float[]> history) {
        if (stepsTaken > 0 || step < taken || history.size() != Math.min(taken, solverOrder)) {
            throw Schedulers.cannotResume(this, step, history);
        }
        for (int i = 0; i < history.size(); i++) {
            outputs[solverOrder - history.size() + i] = history.get(i).clone();
        }
        stepsTaken = taken;
        nextStep = step;
    }

    private void requireNext(int step) {
        if (step < 0 || step >= steps() || (stepsTaken > 0 && step != nextStep)) {
            throw new IllegalStateException(
                    NAME
                            + " was asked for step "
                            + step
                            + " of "
                            + steps()
                            + " where "
                            + (stepsTaken > 0 ? nextStep + " is next" : "any may be first"));
        }
    }

    private float[] oldestBuffer(int length) {
        float[] oldest = outputs[0].length == length ? outputs[0] : new float[length];
        System.arraycopy(outputs, 1, outputs, 0, solverOrder - 1);
        outputs[solverOrder - 1] = oldest;
        return oldest;
    }

    private void convert(float[] modelOutput, Level level, float[] sample, float[] into) {
        if (algorithm.predictsClean()) {
            predictClean(modelOutput, level, sample, into);
            if (threshold.isOn()) {
                threshold.apply(into);
            }
            return;
        }
        predictNoise(modelOutput, level, sample, into);
        if (threshold.isOn()) {
            for (int i = 0; i < into.length; i++) {
                into[i] = (sample[i] - level.sigma() * into[i]) / level.alpha();
            }
            threshold.apply(into);
            for (int i = 0; i < into.length; i++) {
                into[i] = (sample[i] - level.alpha() * into[i]) / level.sigma();
            }
        }
    }

    private int order(int step) {
        boolean isLast = step == steps() - 1;
        if (solverOrder == 1 || stepsTaken < 1 || (isLast && isLastOfFirstOrder)) {
            return 1;
        }
        boolean isBeforeLast = step == steps() - 2;
        return solverOrder == 2 || stepsTaken < 2 || (isBeforeLast && isLowerOrderBeforeLast)
                ? 2
                : 3;
    }

    /// 1/r: by how much a difference to the `back`-th earlier output is stretched to the coming
    /// step's length in λ.
    private float inverseRatio(int step, int back) {
        return 1 / ratio(step, back);
    }

    private float ratio(int step, int back) {
        float h = level(step + 1).lambda() - level(step).lambda();
        return (level(step + 1 - back).lambda() - level(step - back).lambda()) / h;
    }

    private void advance(DpmSolverCoefficients weights, float inverseRatio, float[] sample) {
        float[] newest = outputs[solverOrder - 1];
        float[] before = inverseRatio == 0 ? newest : outputs[solverOrder - 2];
        for (int i = 0; i < sample.length; i++) {
            float difference = inverseRatio * (newest[i] - before[i]);
            sample[i] =
                    weights.sample() * sample[i]
                            + weights.first() * newest[i]
                            + weights.second() * difference;
        }
        addDrawnNoise(weights.noise(), sample);
    }

    private void advanceThirdOrder(DpmSolverCoefficients weights, int step, float[] sample) {
        float r0 = ratio(step, 1);
        float r1 = ratio(step, 2);
        float inverse0 = 1 / r0;
        float inverse1 = 1 / r1;
        float share = r0 / (r0 + r1);
        float inverseSum = 1 / (r0 + r1);
        for (int i = 0; i < sample.length; i++) {
            float newer = inverse0 * (outputs[2][i] - outputs[1][i]);
            float older = inverse1 * (outputs[1][i] - outputs[0][i]);
            float firstDifference = newer + share * (newer - older);
            float secondDifference = inverseSum * (newer - older);
            sample[i] =
                    weights.sample() * sample[i]
                            + weights.first() * outputs[2][i]
                            + weights.second() * firstDifference
                            + weights.third() * secondDifference;
        }
        addDrawnNoise(weights.noise(), sample);
    }

    private void addDrawnNoise(float weight, float[] sample) {
        if (algorithm.isStochastic()) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] += weight * drawn[i];
            }
        }
    }
}
