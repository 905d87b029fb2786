package studio.backlot.clearance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A text as a row of characters, each with the letters it may stand for; accents, widths, styles
/// and characters without any form are folded away.
final class FoldedText {
    private final String text;
    private final List<Sign> signs;
    private final int[] starts;
    private final int[] ends;

    /// One character of the text that can be seen.
    ///
    /// `spellings`: the letters it may stand for, the plainest first; none for a space or a mark
    /// that resembles no letter. `isLetter`: whether it is a letter of any script, and not a digit
    /// or a mark that only resembles one.
    record Sign(List<String> spellings, int from, int to, boolean isLetter, boolean isCapital) {
        String plain() {
            return spellings.getFirst();
        }
    }

    private FoldedText(String text, List<Sign> signs) {
        this.text = text;
        this.signs = List.copyOf(signs);
        this.starts = new int[signs.size()];
        this.ends = new int[signs.size()];
        for (int i = 0; i < signs.size(); i++) {
            starts[i] = isLetter(i) && isLetter(i - 1) ? starts[i - 1] : i;
        }
        for (int i = signs.size() - 1; i >= 0; i--) {
            ends[i] = isLetter(i) ? (isLetter(i + 1) ? ends[i + 1] : i + 1) : i;
        }
    }

    static FoldedText of(String text, LookAlikes lookAlikes) {
        List<Sign> signs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            if (!isUnseen(character)) {
                signs.add(sign(character, at, next, lookAlikes));
            }
            at = next;
        }
        return new FoldedText(text, signs);
    }

    /// Marks that sit on another character, and characters without any form: zero-width, soft
    /// hyphens, changes of direction, variation selectors, fillers.
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default ->
                    character == 0x115f
                            || character == 0x1160
                            || character == 0x3164
                            || character == 0xffa0;
        };
    }

    private static Sign sign(int character, int from, int to, LookAlikes lookAlikes) {
        String apart = apart(character);
        boolean isLetter = !apart.isEmpty() && apart.codePoints().allMatch(Character::isLetter);
        Set<String> spellings = new LinkedHashSet<>();
        if (isLetter) {
            spellings.addAll(plainSpellings(character, lookAlikes));
            spellings.add(lower(apart));
        }
        for (int shown : List.of(character, Character.toLowerCase(character))) {
            spellings.addAll(lookAlikes.resembled(shown));
        }
        if (apart.codePointCount(0, apart.length()) == 1) {
            int one = apart.codePointAt(0);
            spellings.addAll(lookAlikes.resembled(one));
            spellings.addAll(lookAlikes.resembled(Character.toLowerCase(one)));
        }
        boolean isCapital =
                Character.isUpperCase(character)
                        || (isLetter && Character.isUpperCase(apart.codePointAt(0)));
        return new Sign(List.copyOf(spellings), from, to, isLetter, isCapital);
    }

    /// How a letter is spelled in small letters without accents, the plainest first; nothing for
    /// what cannot be seen.
    static List<String> plainSpellings(int letter, LookAlikes lookAlikes) {
        List<String> own = lookAlikes.spellings(Character.toLowerCase(letter));
        if (!own.isEmpty()) {
            return own;
        }
        String small = lower(apart(letter));
        List<String> ofPlain =
                small.isEmpty() ? List.of() : lookAlikes.spellings(small.codePointAt(0));
        return ofPlain.isEmpty() ? List.of(small) : ofPlain;
    }

    /// A character without accents, width and style (NFKD).
    private static String apart(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isUnseen(part))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    int length() {
        return signs.size();
    }

    Sign at(int index) {
        return signs.get(index);
    }

    boolean isLetter(int index) {
        return index >= 0 && index < signs.size() && signs.get(index).isLetter();
    }

    boolean isCapital(int index) {
        return index >= 0 && index < signs.size() && signs.get(index).isCapital();
    }

    boolean isSpace(int index) {
        int character = text.codePointAt(signs.get(index).from());
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == 0x2800;
    }

    /// Whether the sign ends a clause: a comma, a full stop and the like.
    boolean endsClause(int index) {
        return ".,;:!?\n\r".indexOf(text.codePointAt(signs.get(index).from())) >= 0;
    }

    /// The character that was written.
    int character(int index) {
        return text.codePointAt(signs.get(index).from());
    }

    /// The signs from `from` up to `to` in their plain spelling.
    String plain(int from, int to) {
        var plain = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (isLetter(i)) {
                plain.append(signs.get(i).plain());
            }
        }
        return plain.toString();
    }

    /// The words that stand before this sign in the same clause, the nearest last, at most `most`.
    List<String> wordsBefore(int index, int most) {
        List<String> words = new ArrayList<>();
        int at = index - 1;
        while (at >= 0 && words.size() < most && !endsClause(at)) {
            if (isLetter(at)) {
                int start = wordStart(at);
                words.addFirst(plain(start, at + 1));
                at = start;
            }
            at--;
        }
        return words;
    }

    /// The words that stand from this sign on in the same clause, the nearest first, at most
    /// `most`.
    List<String> wordsFrom(int index, int most) {
        List<String> words = new ArrayList<>();
        int at = index;
        while (at < length() && words.size() < most && !endsClause(at)) {
            if (isLetter(at)) {
                int end = wordEnd(at);
                words.add(plain(at, end));
                at = end - 1;
            }
            at++;
        }
        return words;
    }

    /// Whether a letter, and any but the first, of a run of three or more that are the same: what a
    /// drawn-out spelling adds.
    boolean isDrawnOut(int index) {
        return isSame(index - 1, index) && (isSame(index - 2, index) || isSame(index + 1, index));
    }

    private boolean isSame(int one, int other) {
        return isLetter(one)
                && isLetter(other)
                && signs.get(one).plain().equals(signs.get(other).plain());
    }

    /// Where the word that this letter stands in begins.
    int wordStart(int index) {
        return starts[index];
    }

    /// Behind the last letter of the word that this letter stands in.
    int wordEnd(int index) {
        return ends[index];
    }

    /// Whether the script of this letter writes words without spaces between them.
    boolean isWithoutSpaces(int index) {
        int character = character(index);
        if (Character.isIdeographic(character)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, THAI, KHMER, LAO, MYANMAR -> true;
            default -> false;
        };
    }
}
