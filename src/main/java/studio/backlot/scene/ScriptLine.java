package studio.backlot.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One line of a script, and what it is.
///
/// @param offset where it begins in the text, in UTF-16 units
/// @param text without the line's end
public record ScriptLine(int offset, String text, ScriptElement element) {
    private static final int LINES_AFTER = 4;
    private static final Pattern TITLE = Pattern.compile("\\p{L}[\\p{L} ]*:.*");
    private static final Pattern TRANSITION = Pattern.compile("[^\\p{Ll}]*TO:");

    /// All lines of a text, in its order.
    public static List<ScriptLine> allIn(String script) {
        String[] texts = script.split("\n", -1);
        List<ScriptLine> lines = new ArrayList<>(texts.length);
        ScriptElement before = ScriptElement.BLANK;
        boolean isTitlePage = TITLE.matcher(texts[0]).matches();
        int offset = 0;
        for (int number = 0; number < texts.length; number++) {
            String text = texts[number];
            isTitlePage = isTitlePage && !text.isBlank();
            boolean isBeforeText =
                    (number + 1 == texts.length - 1 && texts[number + 1].isEmpty())
                            || number + 1 == texts.length
                            || !texts[number + 1].isBlank();
            ScriptElement element =
                    isTitlePage ? ScriptElement.TITLE : element(text.strip(), before, isBeforeText);
            lines.add(new ScriptLine(offset, text, element));
            before = element;
            offset += text.length() + 1;
        }
        return lines;
    }

    /// The line in which a place of a text lies, read from the few lines around it alone.
    public static ScriptLine at(String script, int offset) {
        int blank = offset == 0 ? -1 : script.lastIndexOf("\n\n", offset - 1);
        int from = blank < 0 ? 0 : blank + 1;
        int to = offset;
        for (int line = 0; line < LINES_AFTER && to < script.length(); line++) {
            int end = script.indexOf('\n', to);
            to = end < 0 ? script.length() : end + 1;
        }
        List<ScriptLine> lines = allIn(script.substring(from, to));
        ScriptLine found = lines.getFirst();
        for (ScriptLine line : lines) {
            if (from + line.offset() <= offset) {
                found = line;
            }
        }
        return new ScriptLine(from + found.offset(), found.text(), found.element());
    }

    private static ScriptElement element(String line, ScriptElement before, boolean isBeforeText) {
        if (line.isEmpty()) {
            return ScriptElement.BLANK;
        }
        return switch (line.charAt(0)) {
            case '!' -> ScriptElement.ACTION;
            case '@' -> ScriptElement.CHARACTER;
            case '~' -> ScriptElement.LYRIC;
            case '#' -> ScriptElement.SECTION;
            case '=' -> line.startsWith("===") ? ScriptElement.PAGE_BREAK : ScriptElement.SYNOPSIS;
            case '>' -> line.endsWith("<") ? ScriptElement.CENTERED : ScriptElement.TRANSITION;
            default ->
                    line.startsWith("[[") && line.endsWith("]]")
                            ? ScriptElement.NOTE
                            : plain(line, before, isBeforeText);
        };
    }

    /// A line that no mark forces is known by what stands around it.
    private static ScriptElement plain(String line, ScriptElement before, boolean isBeforeText) {
        return switch (before) {
            case CHARACTER, PARENTHETICAL, DIALOGUE ->
                    line.startsWith("(") && line.endsWith(")")
                            ? ScriptElement.PARENTHETICAL
                            : ScriptElement.DIALOGUE;
            case BLANK, SECTION, SYNOPSIS, PAGE_BREAK, TITLE -> {
                if (!SceneHeading.allIn(line).isEmpty()) {
                    yield ScriptElement.HEADING;
                }
                if (TRANSITION.matcher(line).matches()) {
                    yield ScriptElement.TRANSITION;
                }
                yield isBeforeText && isInCapitals(line)
                        ? ScriptElement.CHARACTER
                        : ScriptElement.ACTION;
            }
            case HEADING, ACTION, TRANSITION, NOTE, CENTERED, LYRIC -> ScriptElement.ACTION;
        };
    }

    /// What stands in brackets after a name, such as `(O.S.)` or `(cont'd)`, may be small.
    private static boolean isInCapitals(String line) {
        String name = line.replaceAll("\\(.*?\\)", "").replace("^", "");
        return name.chars().anyMatch(Character::isLetter)
                && name.equals(name.toUpperCase(Locale.ROOT));
    }

    /// What it is to a writer who is at work on it: capitals are a name before anything is said
    /// under them.
    public ScriptElement meant() {
        return element == ScriptElement.ACTION && isInCapitals(text.strip())
                ? ScriptElement.CHARACTER
                : element;
    }

    /// The same words as another element, with the mark that makes them one only where they would
    /// not be one without; a line of nothing but a mark for an empty one.
    public String as(ScriptElement wanted) {
        String bare = bare();
        String capitals = bare.toUpperCase(Locale.ROOT);
        return switch (wanted) {
            case HEADING -> SceneHeading.allIn(capitals).isEmpty() ? "." + capitals : capitals;
            case CHARACTER -> isInCapitals(capitals) ? capitals : "@" + bare;
            case PARENTHETICAL -> "(" + bare + ")";
            case TRANSITION -> TRANSITION.matcher(capitals).matches() ? capitals : "> " + capitals;
            case NOTE -> "[[" + bare + "]]";
            case DIALOGUE -> bare;
            default -> isPlainAction(bare) ? bare : "!" + bare;
        };
    }

    private static boolean isPlainAction(String bare) {
        return element(bare, ScriptElement.BLANK, true) == ScriptElement.ACTION || bare.isEmpty();
    }

    /// The words without what marks them.
    private String bare() {
        String line = text.strip();
        return switch (element) {
            case PARENTHETICAL -> line.substring(1, line.length() - 1).strip();
            case NOTE -> line.substring(2, line.length() - 2).strip();
            default ->
                    !line.isEmpty() && ".!@>~".indexOf(line.charAt(0)) >= 0
                            ? line.substring(1).strip()
                            : line;
        };
    }
}
