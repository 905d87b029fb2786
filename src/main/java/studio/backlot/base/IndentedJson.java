package studio.backlot.base;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;

/// JSON for people to read and change: one member a line, indented by two spaces, in the order in
/// which the members stand.
///
/// Arrays of plain values stand in one line.
public final class IndentedJson {
    private IndentedJson() {}

    /// The UTF-8 bytes, ended by a line end.
    public static byte[] bytes(JsonValue value) {
        var out = new StringBuilder();
        write(value, "", out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonValue value, String indent, StringBuilder out) {
        switch (value) {
            case JsonObject object when !object.members().isEmpty() -> {
                String inner = indent + "  ";
                String separator = "{\n";
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    out.append(separator).append(inner);
                    out.append(CanonicalJson.text(new JsonValue.JsonString(member.getKey())));
                    out.append(": ");
                    write(member.getValue(), inner, out);
                    separator = ",\n";
                }
                out.append('\n').append(indent).append('}');
            }
            case JsonArray array when isStacked(array) -> {
                String inner = indent + "  ";
                String separator = "[\n";
                for (JsonValue element : array.elements()) {
                    out.append(separator).append(inner);
                    write(element, inner, out);
                    separator = ",\n";
                }
                out.append('\n').append(indent).append(']');
            }
            case JsonArray array -> {
                String separator = "[";
                for (JsonValue element : array.elements()) {
                    out.append(separator);
                    write(element, indent, out);
                    separator = ", ";
                }
                out.append(array.elements().isEmpty() ? "[]" : "]");
            }
            default -> out.append(CanonicalJson.text(value));
        }
    }

    private static boolean isStacked(JsonArray array) {
        return array.elements().stream()
                .anyMatch(element -> element instanceof JsonObject || element instanceof JsonArray);
    }
}
