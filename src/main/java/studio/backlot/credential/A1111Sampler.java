package studio.backlot.credential;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.JsonValue.JsonObject;

/// A scheduler under the name that AUTOMATIC1111's web UI gives it, with the type of its noise
/// schedule where it has one.
record A1111Sampler(String name, Optional<String> scheduleType) {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("ddim", "DDIM"),
                    Map.entry("eulerdiscrete", "Euler"),
                    Map.entry("euler", "Euler"),
                    Map.entry("eulerancestraldiscrete", "Euler a"),
                    Map.entry("eulerancestral", "Euler a"),
                    Map.entry("dpmsolvermultistep", "DPM++ 2M"),
                    Map.entry("dpm++2m", "DPM++ 2M"),
                    Map.entry("dpmsolversinglestep", "DPM++ 2S"),
                    Map.entry("dpmsolversde", "DPM++ SDE"),
                    Map.entry("heundiscrete", "Heun"),
                    Map.entry("kdpm2discrete", "DPM2"),
                    Map.entry("kdpm2ancestraldiscrete", "DPM2 a"),
                    Map.entry("lmsdiscrete", "LMS"),
                    Map.entry("pndm", "PLMS"),
                    Map.entry("lcm", "LCM"),
                    Map.entry("unipcmultistep", "UniPC"));

    /// The sampler for a scheduler's class name in diffusers (or its short name) and its
    /// configuration. A scheduler that the web UI does not have keeps its own name.
    static A1111Sampler of(String scheduler, JsonObject config) {
        String plain =
                scheduler.endsWith("Scheduler")
                        ? scheduler.substring(0, scheduler.length() - "Scheduler".length())
                        : scheduler;
        String key = plain.toLowerCase(Locale.ROOT).replace(" ", "");
        String name = NAMES.getOrDefault(key, plain);
        boolean isStochastic = config.text("algorithm_type").orElse("").startsWith("sde-");
        return new A1111Sampler(
                isStochastic && name.equals("DPM++ 2M") ? "DPM++ 2M SDE" : name,
                scheduleType(config));
    }

    private static Optional<String> scheduleType(JsonObject config) {
        if (config.truth("use_karras_sigmas").orElse(false)) {
            return Optional.of("Karras");
        }
        if (config.truth("use_exponential_sigmas").orElse(false)) {
            return Optional.of("Exponential");
        }
        return config.truth("use_beta_sigmas").orElse(false)
                ? Optional.of("Beta")
                : Optional.empty();
    }
}
