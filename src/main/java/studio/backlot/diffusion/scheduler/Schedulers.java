package studio.backlot.diffusion.scheduler;

import java.util.List;
import java.util.Locale;
import studio.backlot.base.JsonValue.JsonObject;

/// Sets up the scheduler that a model folder or a command line names.
public final class Schedulers {
    private static final List<String> SHORT_NAMES = List.of("ddim", "euler", "dpm++2m");

    private Schedulers() {}

    /// A fresh scheduler for one job.
    ///
    /// @param name diffusers' class name, as in `model_index.json`, or one of [#shortNames()]
    /// @param config the content of `scheduler_config.json`, also one written for another
    ///   algorithm: a key means the same in all of them, and each has its own default for what is
    ///   left out
    /// @param inferenceSteps at least 1 and at most the number of training timesteps
    /// @throws SchedulerConfigRefused when the algorithm is not built, or a setting cannot be
    ///   honoured
    public static Scheduler of(String name, JsonObject config, int inferenceSteps) {
        requireSteps(config, inferenceSteps);
        return switch (className(name)) {
            case DdimScheduler.NAME -> new DdimScheduler(config, inferenceSteps);
            case EulerScheduler.NAME -> new EulerScheduler(config, inferenceSteps);
            default -> new DpmSolverMultistepScheduler(config, inferenceSteps);
        };
    }

    /// diffusers' class name for a class name or a short name in any case.
    ///
    /// @throws SchedulerConfigRefused when this build has no such algorithm
    public static String className(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ddim", "ddimscheduler" -> DdimScheduler.NAME;
            case "euler", "eulerdiscretescheduler" -> EulerScheduler.NAME;
            case "dpm++2m", "dpmsolvermultistepscheduler" -> DpmSolverMultistepScheduler.NAME;
            default ->
                    throw new SchedulerConfigRefused(
                            "this build has no scheduler \""
                                    + name
                                    + "\"; it has "
                                    + DdimScheduler.NAME
                                    + " (ddim), "
                                    + EulerScheduler.NAME
                                    + " (euler) and "
                                    + DpmSolverMultistepScheduler.NAME
                                    + " (dpm++2m): choose one of them");
        };
    }

    /// The names by which a person may choose.
    public static List<String> shortNames() {
        return SHORT_NAMES;
    }

    private static void requireSteps(JsonObject config, int inferenceSteps) {
        var trained = config.number("num_train_timesteps");
        double most = trained.isPresent() ? trained.get().asDouble() : 1000;
        if (inferenceSteps < 1 || inferenceSteps > most) {
            throw new SchedulerConfigRefused(
                    "a picture cannot be made in "
                            + inferenceSteps
                            + " steps with this pack; choose 1 to "
                            + (long) most);
        }
    }

    static void requireSameLength(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "a model output of "
                            + one.length
                            + " values does not fit a sample of "
                            + other.length);
        }
    }

    static float[] weighted(float[] clean, float cleanWeight, float[] noise, float noiseWeight) {
        var noisy = new float[clean.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = cleanWeight * clean[i] + noiseWeight * noise[i];
        }
        return noisy;
    }

    static float[] toFloats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
