package studio.backlot.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts without case and accents, for finding them by what somebody types.
public final class FoldedWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int WIDEST_NUMBER = 9;
    private static final String NOWHERE = "~";

    private FoldedWords() {}

    /// The text in small letters without accents.
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss").strip();
    }

    /// The words of what somebody typed, folded.
    public static List<String> of(String typed) {
        return Stream.of(SPACES.split(fold(typed)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether each of these folded words occurs in the text.
    public static boolean occurIn(String text, List<String> words) {
        String folded = fold(text);
        return words.stream().allMatch(folded::contains);
    }

    /// A folded path of the show that sorts as people count, `2` before `10`; an empty one sorts
    /// last.
    public static String place(String path) {
        return path.isEmpty() ? NOWHERE : sortable(path);
    }

    private static String sortable(String code) {
        return DIGITS.matcher(fold(code))
                .replaceAll(digits ->
                        "0".repeat(Math.max(0, WIDEST_NUMBER - digits.group().length()))
                                + digits.group());
    }
}
