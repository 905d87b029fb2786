package studio.backlot.scene;

import java.util.Locale;

/// What a line of a script is, as the Fountain syntax has it.
public enum ScriptElement {
    HEADING(61),
    ACTION(61),
    CHARACTER(38),
    PARENTHETICAL(26),
    DIALOGUE(35),
    TRANSITION(61),
    NOTE(61),
    CENTERED(61),
    LYRIC(35),
    SECTION(0),
    SYNOPSIS(0),
    TITLE(0),
    PAGE_BREAK(0),
    BLANK(61);

    private final int columns;

    ScriptElement(int columns) {
        this.columns = columns;
    }

    /// The name in bundles, such as `heading`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many lines of a printed page a text of that many characters takes; none for what is not
    /// printed.
    int printedLines(int characters) {
        return columns == 0 ? 0 : Math.max(1, (characters + columns - 1) / columns);
    }
}
