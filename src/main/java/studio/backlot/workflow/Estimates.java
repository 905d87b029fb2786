package studio.backlot.workflow;

import java.time.Duration;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.job.WorkspaceSettings;

/// How long runs take on this machine, learnt from those that were finished: by pack, size, and
/// whether they are guided.
final class Estimates {
    private static final String SETTING = "estimate ";

    /// How much a new run counts against those before.
    private static final double NEWEST = 0.3;

    private final WorkspaceSettings settings;

    Estimates(WorkspaceSettings settings) {
        this.settings = settings;
    }

    /// Milliseconds before the first step, for each step, and after the last.
    record Cost(double before, double step, double after) {
        Duration of(int steps) {
            return Duration.ofMillis(Math.round(before + step * steps + after));
        }

        /// What is left when this many steps are still to take.
        Duration left(int steps) {
            return Duration.ofMillis(Math.round(step * steps + after));
        }

        private Cost then(Cost newer) {
            return new Cost(
                    mixed(before, newer.before),
                    mixed(step, newer.step),
                    mixed(after, newer.after));
        }

        private static double mixed(double older, double newer) {
            return older + NEWEST * (newer - older);
        }
    }

    Optional<Cost> cost(String key) {
        return settings.read(SETTING + key)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(json ->
                        new Cost(
                                number(json, "before"),
                                number(json, "step"),
                                number(json, "after")));
    }

    private static double number(JsonObject json, String name) {
        return Double.parseDouble(json.text(name).orElse("0"));
    }

    void learn(String key, Cost newest) {
        Cost cost = cost(key).map(known -> known.then(newest)).orElse(newest);
        settings.write(
                SETTING + key,
                new JsonBuilder()
                        .decimal("before", cost.before())
                        .decimal("step", cost.step())
                        .decimal("after", cost.after())
                        .build());
    }
}
