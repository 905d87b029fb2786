package studio.backlot.diffusion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// A scheduler other than the pack's own: by name, with the pack's configuration or with one of its
/// own.
///
/// @param name diffusers' class name or one of
///   [studio.backlot.diffusion.scheduler.Schedulers#shortNames()]
/// @param config in the form of `scheduler_config.json`; the pack's is used when there is none, as
///   diffusers' `from_config` does
public record SchedulerChoice(String name, Optional<JsonObject> config) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /// A scheduler with the pack's configuration.
    public static SchedulerChoice named(String name) {
        return new SchedulerChoice(name, Optional.empty());
    }

    /// A scheduler with exactly this configuration.
    public static SchedulerChoice of(String name, JsonObject config) {
        return new SchedulerChoice(name, Optional.of(config));
    }

    /// The scheduler of an earlier run, from its name and its resolved configuration as a ledger
    /// keeps it ([UsedRecipe.Sampling#config()]): decimals are strings there and become numbers
    /// again.
    public static SchedulerChoice ofRecorded(String name, JsonObject recorded) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        recorded.members().forEach((key, value) -> members.put(key, numberOf(value)));
        return of(name, new JsonObject(members));
    }

    /// No setting of a scheduler is a text that looks like a number.
    private static JsonValue numberOf(JsonValue value) {
        if (value instanceof JsonString text && DECIMAL.matcher(text.value()).matches()) {
            // with its point, so that it is recorded as a decimal again
            return new JsonNumber(text.value().contains(".") ? text.value() : text.value() + ".0");
        }
        if (value instanceof JsonArray list) {
            return new JsonArray(list.elements().stream().map(SchedulerChoice::numberOf).toList());
        }
        return value;
    }
}
