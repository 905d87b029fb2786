package studio.backlot.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line that begins a scene, such as `INT. KITCHEN - DAY #12A#`.
///
/// As the Fountain syntax has it: a line after an empty one (or the first of the file) that begins
/// with INT, EXT, EST, INT./EXT, INT/EXT or I/E, then a dot or a space, in any case; or any line
/// that begins with one dot, which is not part of it. A number stands between `#` at its end.
///
/// @param number the number that the writer gave the scene, if they did
/// @param offset where the line begins in the text, in UTF-16 units
public record SceneHeading(String text, Optional<String> number, int offset) {
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?i)(?:int\\.?/ext|int/ext|i/e|int|ext|est)[. ].*", Pattern.UNICODE_CASE);
    private static final Pattern FORCED = Pattern.compile("\\.[^.\\s].*");
    private static final Pattern NUMBER = Pattern.compile("\\s*#([\\p{L}\\p{N}.\\-]+)#\\s*$");

    /// All scene headings of a script, in its order.
    public static List<SceneHeading> allIn(String script) {
        List<SceneHeading> headings = new ArrayList<>();
        boolean isAfterEmpty = true;
        int from = 0;
        while (from < script.length()) {
            int end = script.indexOf('\n', from);
            int next = end < 0 ? script.length() : end + 1;
            String line = script.substring(from, end < 0 ? script.length() : end).strip();
            if (isAfterEmpty) {
                of(line, from).ifPresent(headings::add);
            }
            isAfterEmpty = line.isEmpty();
            from = next;
        }
        return headings;
    }

    private static Optional<SceneHeading> of(String line, int offset) {
        boolean isForced = FORCED.matcher(line).matches();
        if (!isForced && !PLAIN.matcher(line).matches()) {
            return Optional.empty();
        }
        String text = isForced ? line.substring(1) : line;
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? Optional.of(
                        new SceneHeading(
                                text.substring(0, number.start()),
                                Optional.of(number.group(1)),
                                offset))
                : Optional.of(new SceneHeading(text, Optional.empty(), offset));
    }
}
