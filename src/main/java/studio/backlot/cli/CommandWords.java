package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;

/// Splits one line into words as a shell would, for a command line that arrives as a single
/// property.
///
/// White space parts words. Single quotes keep everything as it is; inside double quotes a
/// backslash escapes `"` and `\`; outside quotes it escapes any character.
public final class CommandWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /// The words of the line; throws [IllegalArgumentException] when a quote is left open.
    public static List<String> split(String line) {
        var splitter = new CommandWords(line);
        splitter.run();
        return splitter.words;
    }

    private void run() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> add(at < line.length() ? line.charAt(at++) : c);
                default -> {
                    if (Character.isWhitespace(c)) {
                        endWord();
                    } else {
                        add(c);
                    }
                }
            }
        }
        endWord();
    }

    private void singleQuoted() {
        isInWord = true;
        int end = line.indexOf('\'', at);
        if (end < 0) {
            throw unclosed('\'');
        }
        word.append(line, at, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        isInWord = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean isEscape =
                    c == '\\'
                            && at < line.length()
                            && (line.charAt(at) == '"' || line.charAt(at) == '\\');
            word.append(isEscape ? line.charAt(at++) : c);
        }
        throw unclosed('"');
    }

    private void add(char c) {
        isInWord = true;
        word.append(c);
    }

    private void endWord() {
        if (isInWord) {
            words.add(word.toString());
            word.setLength(0);
            isInWord = false;
        }
    }

    private IllegalArgumentException unclosed(char quote) {
        return new IllegalArgumentException(
                "the command line has a " + quote + " that is never closed: " + line);
    }
}
