package studio.backlot.diffusion.scheduler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;

/// Sets up the scheduler that a model folder or a command line names.
public final class Schedulers {
    /// An algorithm, or one with some of its settings chosen: how a person calls it, how diffusers
    /// calls the algorithm, the settings, and how it is set up.
    private record Algorithm(
            String shortName,
            String className,
            JsonObject settings,
            BiFunction<JsonObject, Integer, Scheduler> setUp) {
        Algorithm(
                String shortName,
                String className,
                BiFunction<JsonObject, Integer, Scheduler> setUp) {
            this(shortName, className, JsonObject.EMPTY, setUp);
        }

        Algorithm with(String name, String chosen) {
            return new Algorithm(
                    name, className, (JsonObject) JsonReader.parse("{" + chosen + "}"), setUp);
        }

        Scheduler of(JsonObject config, int inferenceSteps) {
            Map<String, JsonValue> members = new LinkedHashMap<>(config.members());
            members.putAll(settings.members());
            return setUp.apply(new JsonObject(members), inferenceSteps);
        }
    }

    private static final Algorithm MULTISTEP =
            new Algorithm(
                    "dpm++2m", DpmSolverMultistepScheduler.NAME, DpmSolverMultistepScheduler::new);
    private static final String KARRAS = "\"use_karras_sigmas\": true";
    private static final String STOCHASTIC = "\"algorithm_type\": \"sde-dpmsolver++\"";

    private static final List<Algorithm> ALGORITHMS =
            List.of(
                    new Algorithm("ddim", DdimScheduler.NAME, DdimScheduler::new),
                    new Algorithm("ddpm", DdpmScheduler.NAME, DdpmScheduler::new),
                    new Algorithm("pndm", PndmScheduler.NAME, PndmScheduler::new),
                    new Algorithm("euler", EulerScheduler.NAME, EulerScheduler::new),
                    new Algorithm(
                            "euler-ancestral",
                            EulerAncestralScheduler.NAME,
                            EulerAncestralScheduler::new),
                    new Algorithm("heun", HeunScheduler.NAME, HeunScheduler::new),
                    MULTISTEP,
                    MULTISTEP.with("dpm++2m-karras", KARRAS),
                    MULTISTEP.with("dpm++2m-sde", STOCHASTIC),
                    MULTISTEP.with("dpm++2m-sde-karras", STOCHASTIC + ", " + KARRAS),
                    new Algorithm("unipc", UniPcScheduler.NAME, UniPcScheduler::new),
                    new Algorithm("lms", LmsScheduler.NAME, LmsScheduler::new),
                    new Algorithm("lcm", LcmScheduler.NAME, LcmScheduler::new),
                    new Algorithm(
                            "flow-euler",
                            FlowMatchEulerScheduler.NAME,
                            FlowMatchEulerScheduler::new));

    private static final Set<String> TRAINED_FOR = Set.of("lcm", "flow-euler");

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
        Algorithm algorithm = algorithm(name);
        requireSteps(config, inferenceSteps);
        return algorithm.of(config, inferenceSteps);
    }

    /// The name under which a choice is kept, for a class name or a short name in any case:
    /// diffusers' class name, or the short name where that chooses settings as well.
    ///
    /// @throws SchedulerConfigRefused when this build has no such algorithm
    public static String keptName(String name) {
        Algorithm algorithm = algorithm(name);
        return algorithm.settings().members().isEmpty()
                ? algorithm.className()
                : algorithm.shortName();
    }

    private static Algorithm algorithm(String name) {
        return ALGORITHMS.stream()
                .filter(one ->
                        one.shortName().equalsIgnoreCase(name)
                                || one.className().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new SchedulerConfigRefused(
                                "this build has no scheduler \""
                                        + name
                                        + "\"; it has "
                                        + ALGORITHMS.stream()
                                                .filter(one -> one.settings().members().isEmpty())
                                                .map(one ->
                                                        one.className()
                                                                + " ("
                                                                + one.shortName()
                                                                + ")")
                                                .collect(Collectors.joining(", "))
                                        + ": choose one of them"));
    }

    /// The names by which a person may choose.
    public static List<String> shortNames() {
        return ALGORITHMS.stream().map(Algorithm::shortName).toList();
    }

    /// Those of them that do for any diffusion pack: a consistency model and a flow bring the one
    /// that they were trained for.
    public static List<String> interchangeable() {
        return shortNames().stream().filter(name -> !TRAINED_FOR.contains(name)).toList();
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

    static IllegalArgumentException cannotResume(
            Scheduler scheduler, int step, List<float[]> history) {
        return new IllegalArgumentException(
                scheduler.name()
                        + " cannot go on from step "
                        + step
                        + " with "
                        + history.size()
                        + " earlier values");
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

    /// The same buffer, or a new one where that has another length.
    static float[] sized(float[] buffer, int length) {
        return buffer.length == length ? buffer : new float[length];
    }

    static float[] toFloats(int[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    static float[] toFloats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
