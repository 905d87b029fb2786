package studio.backlot.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// The one byte form of a JSON value: the JSON Canonicalization Scheme, RFC 8785.
///
/// No white space, members sorted by the UTF-16 units of their names, the shortest escapes, numbers
/// as ECMAScript prints them.
public final class CanonicalJson {
    /// 2⁵³ − 1, the largest whole number that every JSON reader keeps exactly.
    public static final long LARGEST_WHOLE_NUMBER = (1L << 53) - 1;

    private CanonicalJson() {}

    /// The canonical UTF-8 bytes of a value.
    public static byte[] bytes(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The canonical text of a value.
    public static String text(JsonValue value) {
        var out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    /// Whether these bytes are the canonical form of what they say.
    public static boolean isCanonical(byte[] utf8) {
        try {
            return Arrays.equals(utf8, bytes(JsonReader.parse(utf8)));
        } catch (MalformedJson e) {
            return false;
        }
    }

    private static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonObject object -> writeObject(object, out);
            case JsonArray array -> writeArray(array, out);
            case JsonString string -> writeString(string.value(), out);
            case JsonNumber number -> out.append(number(number));
            case JsonBoolean truth -> out.append(truth.value());
            case JsonNull ignored -> out.append("null");
        }
    }

    private static void writeObject(JsonObject object, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : new TreeMap<>(object.members()).entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonArray array, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonValue element : array.elements()) {
            out.append(separator);
            write(element, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeString(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        requirePaired(value, i);
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void requirePaired(String value, int i) {
        char c = value.charAt(i);
        boolean isPaired =
                !Character.isSurrogate(c)
                        || (Character.isHighSurrogate(c)
                                && i + 1 < value.length()
                                && Character.isLowSurrogate(value.charAt(i + 1)))
                        || (Character.isLowSurrogate(c)
                                && i > 0
                                && Character.isHighSurrogate(value.charAt(i - 1)));
        if (!isPaired) {
            throw new MalformedJson(
                    "text with a lone surrogate at character " + i + " has no UTF-8 form");
        }
    }

    /// ECMAScript `Number.prototype.toString` (ECMA-262 §6.1.6.1.20) of the double nearest to what
    /// is written.
    private static String number(JsonNumber number) {
        double value = number.asDouble();
        if (!Double.isFinite(value)) {
            throw new MalformedJson("number out of range: " + number.literal());
        }
        if (value == 0) {
            return "0";
        }
        if (Math.rint(value) == value && Math.abs(value) <= LARGEST_WHOLE_NUMBER) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int pointAt = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layOut(digits, pointAt);
    }

    /// The fewest digits that read back to the value. Java prints at least two, so one is tried as
    /// well.
    private static BigDecimal shortest(double value) {
        var printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal oneDigit = printed.round(new MathContext(1));
        return oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : printed;
    }

    private static String layOut(String digits, int pointAt) {
        if (pointAt > 21 || pointAt <= -6) {
            int exponent = pointAt - 1;
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return digits.charAt(0)
                    + fraction
                    + "e"
                    + (exponent < 0 ? "-" : "+")
                    + Math.abs(exponent);
        }
        if (pointAt >= digits.length()) {
            return digits + "0".repeat(pointAt - digits.length());
        }
        if (pointAt > 0) {
            return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
        }
        return "0." + "0".repeat(-pointAt) + digits;
    }
}
