package studio.backlot.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Collects the members of a [JsonObject]; not for use by several threads.
///
/// Ledger texts hold no fractions and no large whole numbers as JSON numbers: `decimal` and `wide`
/// write them as strings.
public final class JsonBuilder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    public JsonBuilder put(String name, JsonValue value) {
        if (members.put(name, value) != null) {
            throw new IllegalArgumentException("member \"" + name + "\" is set twice");
        }
        return this;
    }

    public JsonBuilder put(String name, String value) {
        return put(name, new JsonString(value));
    }

    /// Writes the member only when there is a value.
    public JsonBuilder put(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    public JsonBuilder put(String name, boolean value) {
        return put(name, new JsonBoolean(value));
    }

    /// A whole number that a JSON number can hold exactly: at most 2⁵³ − 1 in size.
    public JsonBuilder put(String name, long value) {
        if (Math.abs(value) > CanonicalJson.LARGEST_WHOLE_NUMBER) {
            throw new IllegalArgumentException(
                    name + " = " + value + " is beyond 2^53 - 1: write it with wide(…)");
        }
        return put(name, JsonNumber.of(value));
    }

    /// Any 64-bit whole number, as a string of decimal digits.
    public JsonBuilder wide(String name, long value) {
        return put(name, Long.toString(value));
    }

    /// A fraction as the shortest decimal string that reads back to the same double, without an
    /// exponent.
    public JsonBuilder decimal(String name, double value) {
        return put(name, decimal(value));
    }

    /// A fraction as the shortest decimal string that reads back to the same float, without an
    /// exponent.
    public JsonBuilder decimal(String name, float value) {
        return put(name, decimal(value));
    }

    public JsonBuilder put(String name, List<? extends JsonValue> elements) {
        return put(name, new JsonArray(new ArrayList<>(elements)));
    }

    public JsonObject build() {
        return new JsonObject(members);
    }

    /// The decimal string of a double, as `decimal` writes it.
    public static String decimal(double value) {
        requireFinite(value);
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The decimal string of a float, as `decimal` writes it: 0.7f is `0.7`, never `0.699999988`.
    public static String decimal(float value) {
        requireFinite(value);
        return new java.math.BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a ledger has no decimal for " + value);
        }
    }
}
