package studio.backlot.diffusion.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// By which rule noise levels are spread between the largest and the smallest one.
enum SigmaCurve {
    /// Those of the training schedule at the visited timesteps.
    TRAINING,
    KARRAS,
    EXPONENTIAL,
    BETA;

    /// Reads `use_karras_sigmas` and its rivals, of which at most one may be on.
    static SigmaCurve of(SchedulerConfig config) {
        SigmaCurve chosen = TRAINING;
        for (SigmaCurve curve : List.of(KARRAS, EXPONENTIAL, BETA)) {
            if (config.flag(curve.key())) {
                if (chosen != TRAINING) {
                    throw config.refused(
                            curve.key(), chosen.key() + " is on as well, and only one may be");
                }
                chosen = curve;
            }
        }
        return chosen;
    }

    private String key() {
        return "use_" + name().toLowerCase(Locale.ROOT) + "_sigmas";
    }

    /// `count` levels between the given ones, or between `sigma_max` and `sigma_min` where the
    /// configuration has them.
    double[] levels(SchedulerConfig config, double largest, double smallest, int count) {
        double from = positive(config, "sigma_max", largest);
        double to = positive(config, "sigma_min", smallest);
        return switch (this) {
            case KARRAS -> SigmaSchedule.karras(from, to, count);
            case EXPONENTIAL -> SigmaSchedule.exponential(from, to, count);
            case BETA -> SigmaSchedule.beta(from, to, count);
            case TRAINING ->
                    throw new IllegalStateException(
                            "the training schedule's levels are interpolated, not spread");
        };
    }

    private static double positive(SchedulerConfig config, String key, double otherwise) {
        if (!config.declares(key)) {
            return otherwise;
        }
        OptionalDouble given = config.optionalDecimal(key);
        if (given.isPresent() && given.getAsDouble() <= 0) {
            throw config.refused(key, "a number above 0 is needed");
        }
        return given.orElse(otherwise);
    }
}
