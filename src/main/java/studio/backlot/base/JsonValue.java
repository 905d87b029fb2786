package studio.backlot.base;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One immutable JSON value (RFC 8259).
public sealed interface JsonValue {
    /// Every object in this value, at any depth and itself included; an outer one before those in
    /// it.
    default Stream<JsonObject> objects() {
        return switch (this) {
            case JsonObject object ->
                    Stream.concat(
                            Stream.of(object),
                            object.members().values().stream().flatMap(JsonValue::objects));
            case JsonArray array -> array.elements().stream().flatMap(JsonValue::objects);
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> Stream.empty();
        };
    }

    /// The members in the order they were written; no name stands twice.
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /// The member of that name, if there is one.
        public Optional<JsonValue> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// The text of a string member; empty when there is none or it is no string.
        public Optional<String> text(String name) {
            return members.get(name) instanceof JsonString s
                    ? Optional.of(s.value())
                    : Optional.empty();
        }

        /// The number member of that name; empty when there is none or it is no number.
        public Optional<JsonNumber> number(String name) {
            return members.get(name) instanceof JsonNumber n ? Optional.of(n) : Optional.empty();
        }

        /// The truth member of that name; empty when there is none or it is neither `true` nor
        /// `false`.
        public Optional<Boolean> truth(String name) {
            return members.get(name) instanceof JsonBoolean b
                    ? Optional.of(b.value())
                    : Optional.empty();
        }

        /// The object member of that name; empty when there is none or it is no object.
        public Optional<JsonObject> object(String name) {
            return members.get(name) instanceof JsonObject o ? Optional.of(o) : Optional.empty();
        }

        /// The elements of an array member; empty when there is none or it is no array.
        public Optional<List<JsonValue>> array(String name) {
            return members.get(name) instanceof JsonArray a
                    ? Optional.of(a.elements())
                    : Optional.empty();
        }
    }

    /// The elements in order.
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /// A text.
    record JsonString(String value) implements JsonValue {}

    /// A number, kept as it was written so that no digit is lost.
    record JsonNumber(String literal) implements JsonValue {
        public static JsonNumber of(long value) {
            return new JsonNumber(Long.toString(value));
        }

        public static JsonNumber of(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no number for " + value);
            }
            return new JsonNumber(Double.toString(value));
        }

        public double asDouble() {
            return Double.parseDouble(literal);
        }

        /// The whole number that is written; throws [MalformedJson] when it has a fraction or
        /// exceeds 64 bits.
        public long asLong() {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException e) {
                throw new MalformedJson("not a whole 64-bit number: " + literal);
            }
        }
    }

    /// `true` or `false`.
    record JsonBoolean(boolean value) implements JsonValue {}

    /// `null`.
    record JsonNull() implements JsonValue {
        public static final JsonNull NULL = new JsonNull();
    }
}
