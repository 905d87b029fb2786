package studio.backlot.base;

import java.nio.charset.StandardCharsets;
import studio.backlot.base.JsonValue.JsonObject;

/// JSON as Python's `json` module writes it: the bare words `NaN`, `Infinity` and `-Infinity` stand
/// for numbers.
///
/// Model folders hold such files (`"lambda_min_clipped": -Infinity` in a scheduler's
/// configuration). The words arrive as strings of the same spelling; everything else is as strict
/// as [JsonReader].
public final class PythonJson {
    private PythonJson() {}

    /// Reads one object from UTF-8 bytes; throws [MalformedJson] when they are anything else.
    public static JsonObject parseObject(byte[] utf8) {
        try {
            return JsonReader.parseObject(utf8);
        } catch (MalformedJson e) {
            String quoted = quoteBareWords(new String(utf8, StandardCharsets.ISO_8859_1));
            return JsonReader.parseObject(quoted.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// Works on bytes seen as Latin-1: all that is looked for is ASCII, so the UTF-8 of the strings
    /// passes unchanged.
    private static String quoteBareWords(String text) {
        var out = new StringBuilder(text.length() + 16);
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String word = inString ? "" : wordAt(text, i);
            if (!word.isEmpty()) {
                out.append('"').append(word).append('"');
                i += word.length() - 1;
                continue;
            }
            out.append(c);
            if (inString && c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (c == '"') {
                inString = !inString;
            }
        }
        return out.toString();
    }

    private static String wordAt(String text, int at) {
        for (String word : new String[] {"-Infinity", "Infinity", "NaN"}) {
            if (text.startsWith(word, at)) {
                return word;
            }
        }
        return "";
    }
}
