package studio.backlot.diffusion;

import java.util.Optional;
import studio.backlot.base.JsonValue.JsonObject;

/// A scheduler other than the pack's own: by name, with the pack's configuration or with one of its own.
///
/// @param name diffusers' class name or one of [studio.backlot.diffusion.scheduler.Schedulers#shortNames()]
/// @param config in the form of `scheduler_config.json`; the pack's is used when there is none, as diffusers'
///     `from_config` does
public record SchedulerChoice(String name, Optional<JsonObject> config) {
    /// A scheduler with the pack's configuration.
    public static SchedulerChoice named(String name) {
        return new SchedulerChoice(name, Optional.empty());
    }

    /// A scheduler with exactly this configuration.
    public static SchedulerChoice of(String name, JsonObject config) {
        return new SchedulerChoice(name, Optional.of(config));
    }
}
