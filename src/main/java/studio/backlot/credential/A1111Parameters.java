package studio.backlot.credential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// The generation text that AUTOMATIC1111's web UI writes under `parameters` and that most tools
/// read: prompt, negative prompt, and one line of keys with values in order.
///
/// Format and reading are those of `create_infotext` and `parse_generation_parameters`. Where the
/// original splits a size in two (`Size-1`, `Size-2`) it stays one value here, and defaults for
/// missing keys are not filled in. As in the original, a reader loses spaces around lines, and a
/// prompt line that begins with `Negative prompt:` ends the prompt.
public record A1111Parameters(
        Optional<String> prompt, Optional<String> negativePrompt, Map<String, String> values) {
    /// The PNG keyword under which the text stands.
    public static final String KEYWORD = "parameters";

    private static final String NEGATIVE = "Negative prompt:";
    private static final int FEWEST_PAIRS = 3;

    public A1111Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The text as a file carries it.
    public String format() {
        List<String> pairs = new ArrayList<>();
        values.forEach(
                (key, value) -> pairs.add(key.equals(value) ? key : key + ": " + quoted(value)));
        String negative =
                negativePrompt
                        .filter(text -> !text.isEmpty())
                        .map(text -> "\n" + NEGATIVE + " " + text)
                        .orElse("");
        return (prompt.orElse("") + negative + "\n" + String.join(", ", pairs)).strip();
    }

    private static String quoted(String value) {
        boolean isPlain =
                value.indexOf(',') < 0 && value.indexOf('\n') < 0 && value.indexOf(':') < 0;
        return isPlain ? value : CanonicalJson.text(new JsonString(value));
    }

    /// Reads such a text; any text is one, if only a prompt. The last line is parameters when it
    /// holds at least three pairs, otherwise it belongs to the prompt. A key that stands twice has
    /// its last value, one without a value none.
    public static A1111Parameters parse(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.strip().split("\n", -1)));
        List<Pair> pairs = new PairScanner(lines.getLast()).all();
        Map<String, String> values = new LinkedHashMap<>();
        if (pairs.size() >= FEWEST_PAIRS) {
            lines.removeLast();
            pairs.stream()
                    .filter(pair -> !pair.value().isEmpty())
                    .forEach(pair -> values.put(pair.key(), unquoted(pair.value())));
        }
        var prompt = new StringBuilder();
        var negative = new StringBuilder();
        StringBuilder current = prompt;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.startsWith(NEGATIVE)) {
                current = negative;
                line = line.substring(NEGATIVE.length()).strip();
            }
            current.append(current.isEmpty() ? "" : "\n").append(line);
        }
        return new A1111Parameters(present(prompt), present(negative), values);
    }

    private static Optional<String> present(StringBuilder text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static String unquoted(String value) {
        if (value.length() < 2
                || value.charAt(0) != '"'
                || value.charAt(value.length() - 1) != '"') {
            return value;
        }
        try {
            return JsonReader.parse(value) instanceof JsonString string ? string.value() : value;
        } catch (MalformedJson e) {
            return value;
        }
    }

    private record Pair(String key, String value) {}

    /// Finds what `\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)` finds, in time linear in
    /// the line: a backtracking matcher needs quadratic time, and stack, on a hostile one.
    private static final class PairScanner {
        private final String line;
        private int at;

        PairScanner(String line) {
            this.line = line;
        }

        List<Pair> all() {
            List<Pair> pairs = new ArrayList<>();
            while (at < line.length()) {
                int keyStart = skipToWord();
                int keyEnd = keyStart;
                while (keyEnd < line.length() && isKeyCharacter(line.charAt(keyEnd))) {
                    keyEnd++;
                }
                at = keyEnd + 1;
                if (keyEnd < line.length() && line.charAt(keyEnd) == ':' && keyEnd - keyStart > 1) {
                    pairs.add(new Pair(line.substring(keyStart, keyEnd), value()));
                }
            }
            return pairs;
        }

        private int skipToWord() {
            int start = at;
            while (start < line.length() && !isWord(line.charAt(start))) {
                start++;
            }
            return start;
        }

        private String value() {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int start = at;
            int end = endOfQuoted(start);
            if (end < 0) {
                int comma = line.indexOf(',', start);
                end = comma < 0 ? line.length() : comma;
            }
            at = end + 1;
            return line.substring(start, end);
        }

        /// Where a quoted value that begins here ends, when a comma or the end of the line follows
        /// it; else −1.
        private int endOfQuoted(int start) {
            if (start >= line.length() || line.charAt(start) != '"') {
                return -1;
            }
            int i = start + 1;
            while (i < line.length() && line.charAt(i) != '"') {
                i += line.charAt(i) == '\\' ? 2 : 1;
            }
            boolean isClosed = i < line.length() && i > start + 1;
            return isClosed && (i + 1 == line.length() || line.charAt(i + 1) == ',') ? i + 1 : -1;
        }

        private static boolean isKeyCharacter(char c) {
            return isWord(c) || c == ' ' || c == '-' || c == '/';
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }
    }
}
