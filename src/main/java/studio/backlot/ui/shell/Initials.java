package studio.backlot.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The one or two letters by which a person's disc is told from others.
final class Initials {
    private Initials() {}

    /// First letters of the first and the last word of a name; never empty.
    static String of(String name) {
        String[] words =
                Arrays.stream(name.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
        if (words.length == 0) {
            return "?";
        }
        return Arrays.stream(
                        words.length == 1
                                ? words
                                : new String[] {words[0], words[words.length - 1]})
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
