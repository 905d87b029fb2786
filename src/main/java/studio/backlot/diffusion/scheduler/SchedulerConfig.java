package studio.backlot.diffusion.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// The settings of one scheduler: what its `scheduler_config.json` says, and diffusers' default
/// where it is silent.
///
/// Keys that the algorithm does not know, and those with an underscore in front, are left out as
/// diffusers does. What is there but cannot be honoured throws [SchedulerConfigRefused], so that a
/// picture is never silently another one.
final class SchedulerConfig {
    private final String scheduler;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /// @param scheduler diffusers' class name
    /// @param defaults every key that the algorithm knows, with diffusers' default; a default of
    ///   1.0 means a decimal
    /// @param given the content of `scheduler_config.json`
    SchedulerConfig(String scheduler, JsonObject defaults, JsonObject given) {
        this.scheduler = scheduler;
        defaults.members().forEach((key, value) -> members.put(key, given.get(key).orElse(value)));
    }

    /// Whether the algorithm knows this key.
    boolean declares(String key) {
        return members.containsKey(key);
    }

    /// A whole number from `min` to `max`.
    int whole(String key, int min, int max) {
        if (value(key) instanceof JsonNumber number) {
            double value = number.asDouble();
            if (value == Math.rint(value) && value >= min && value <= max) {
                return (int) value;
            }
        }
        throw refused(key, "a whole number from " + min + " to " + max + " is needed");
    }

    /// A finite decimal number.
    double decimal(String key) {
        return optionalDecimal(key).orElseThrow(() -> refused(key, "a number is needed"));
    }

    /// A finite decimal number, or nothing where the value is `null`.
    OptionalDouble optionalDecimal(String key) {
        return switch (value(key)) {
            case JsonNumber number when Double.isFinite(number.asDouble()) ->
                    OptionalDouble.of(number.asDouble());
            case JsonNull none -> OptionalDouble.empty();
            case JsonNumber n -> throw refused(key, "a finite number is needed");
            case JsonString s -> throw refused(key, "a number is needed");
            case JsonBoolean b -> throw refused(key, "a number is needed");
            case JsonArray a -> throw refused(key, "a number is needed");
            case JsonObject o -> throw refused(key, "a number is needed");
        };
    }

    /// A decimal number, or minus infinity, a bare word in Python that
    /// [studio.backlot.base.PythonJson] hands on as text.
    double decimalOrMinusInfinity(String key) {
        if (value(key) instanceof JsonString text && text.value().matches("-[Ii]nf(inity)?")) {
            return Double.NEGATIVE_INFINITY;
        }
        return decimal(key);
    }

    /// `true` or `false`; `null` counts as `false`.
    boolean flag(String key) {
        return switch (value(key)) {
            case JsonBoolean truth -> truth.value();
            case JsonNull none -> false;
            case JsonNumber n -> throw refused(key, "true or false is needed");
            case JsonString s -> throw refused(key, "true or false is needed");
            case JsonArray a -> throw refused(key, "true or false is needed");
            case JsonObject o -> throw refused(key, "true or false is needed");
        };
    }

    /// One of the words that the constants of an enum spell in lower case.
    <E extends Enum<E>> E choice(String key, Class<E> words) {
        E[] constants = words.getEnumConstants();
        List<String> allowed =
                Arrays.stream(constants)
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList();
        return constants[allowed.indexOf(choice(key, allowed))];
    }

    /// One of these words.
    String choice(String key, List<String> allowed) {
        if (value(key) instanceof JsonString text && allowed.contains(text.value())) {
            return text.value();
        }
        throw refused(key, "this build knows " + String.join(", ", allowed));
    }

    /// The numbers of a list; empty where the value is `null`.
    double[] decimals(String key) {
        if (value(key) instanceof JsonNull) {
            return new double[0];
        }
        if (value(key) instanceof JsonArray list
                && list.elements().stream().allMatch(JsonNumber.class::isInstance)) {
            return list.elements().stream()
                    .mapToDouble(element -> ((JsonNumber) element).asDouble())
                    .toArray();
        }
        throw refused(key, "a list of numbers or null is needed");
    }

    /// Refuses any value but `false` and `null`, naming what this build can do in its place.
    void requireOff(String key, String advice) {
        if (flag(key)) {
            throw refused(key, advice);
        }
    }

    /// Refuses any value but `null`.
    void requireAbsent(String key, String advice) {
        if (!(value(key) instanceof JsonNull)) {
            throw refused(key, advice);
        }
    }

    /// The refusal of this key's value, to be thrown; the advice says what would be accepted.
    SchedulerConfigRefused refused(String key, String advice) {
        return new SchedulerConfigRefused(
                "scheduler_config.json: \""
                        + key
                        + "\" is "
                        + written(value(key))
                        + ", which "
                        + scheduler
                        + " cannot use here: "
                        + advice
                        + "; correct the file, or choose another scheduler or pack");
    }

    private JsonValue value(String key) {
        JsonValue value = members.get(key);
        if (value == null) {
            throw new IllegalArgumentException(scheduler + " declares no setting \"" + key + "\"");
        }
        return value;
    }

    private static String written(JsonValue value) {
        return switch (value) {
            case JsonString text -> "\"" + text.value() + "\"";
            case JsonNumber number -> number.literal();
            case JsonBoolean truth -> Boolean.toString(truth.value());
            case JsonNull none -> "null";
            case JsonArray list ->
                    list.elements().stream()
                            .limit(4)
                            .map(SchedulerConfig::written)
                            .collect(
                                    Collectors.joining(
                                            ", ", "[", list.elements().size() > 4 ? ", …]" : "]"));
            case JsonObject object -> "an object";
        };
    }

    /// Every setting in the form of a ledger: decimals as strings, what is `null` left out.
    JsonObject resolved() {
        var builder = new JsonBuilder();
        members.forEach((key, value) -> {
            if (!(value instanceof JsonNull)) {
                builder.put(key, ledgerForm(value));
            }
        });
        return builder.build();
    }

    private static JsonValue ledgerForm(JsonValue value) {
        return switch (value) {
            case JsonNumber number when number.literal().matches("-?[0-9]{1,15}") -> number;
            case JsonNumber number -> new JsonString(JsonBuilder.decimal(number.asDouble()));
            case JsonArray list -> {
                var elements = new ArrayList<JsonValue>();
                list.elements().forEach(element -> elements.add(ledgerForm(element)));
                yield new JsonArray(elements);
            }
            case JsonString text -> text;
            case JsonBoolean truth -> truth;
            case JsonNull none -> none;
            case JsonObject object -> object;
        };
    }
}
