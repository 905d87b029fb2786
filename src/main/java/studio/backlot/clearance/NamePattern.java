package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One way to write a name, as words of plain small letters, and the search for it in a text at one
/// place.
///
/// A search walks text and letters side by side with backtracking; each pair of places is tried
/// once, so it takes time in proportion to their product.
final class NamePattern {
    /// Signs that may stand between two letters of a name.
    private static final int WIDEST_GAP = 8;

    private static final List<String> ENDINGS =
            List.of("s", "es", "ish", "ian", "esque", "like", "style");

    private final String letters;

    /// Whether a word begins with this letter, the first apart.
    private final boolean[] begins;

    private final int wordCount;

    /// How far apart the letters of a name may stand.
    enum Spacing {
        /// Words in one piece, or broken by marks: `Ja-ne`.
        CLOSE,
        /// Each letter on its own: `J a n e`.
        SPREAD,
        /// Anything between any two letters: `Ja ne`.
        LOOSE
    }

    /// What a place of the text must be like. `isAcrossClauses`: whether the words of the name may
    /// lie in two clauses. `mayHaveEnding`: whether the last word may carry an ending such as
    /// -esque.
    record Rules(Spacing spacing, boolean isAcrossClauses, boolean mayHaveEnding) {}

    NamePattern(List<String> words) {
        letters = String.join("", words);
        begins = new boolean[letters.length() + 1];
        wordCount = words.size();
        int at = 0;
        for (String word : words) {
            begins[at] = true;
            at += word.length();
        }
    }

    String letters() {
        return letters;
    }

    int wordCount() {
        return wordCount;
    }

    /// Behind the last sign of the name, when the text spells it from this sign on.
    Optional<Integer> endFrom(FoldedText text, int start, Rules rules) {
        if (!mayBeginAt(text.at(start)) || !isBoundaryBefore(text, start)) {
            return Optional.empty();
        }
        return new Search(text, rules).from(start, 0);
    }

    private boolean mayBeginAt(FoldedText.Sign sign) {
        for (String spelling : sign.spellings()) {
            if (letters.startsWith(spelling)) {
                return true;
            }
        }
        return wordCount > 1 && "mwd".indexOf(letters.charAt(0)) >= 0;
    }

    private static boolean isBoundaryBefore(FoldedText text, int start) {
        return !text.isLetter(start - 1)
                || text.isWithoutSpaces(start)
                || (text.at(start).isCapital() && !text.at(start - 1).isCapital());
    }

    /// One search from one place.
    private final class Search {
        private final FoldedText text;
        private final Rules rules;
        private final Set<Long> failed = new HashSet<>();

        Search(FoldedText text, Rules rules) {
            this.text = text;
            this.rules = rules;
        }

        /// Where the letters from `letter` on end when they begin at this sign without a gap.
        Optional<Integer> from(int sign, int letter) {
            if (letter == letters.length()) {
                return endsAWord(sign) ? Optional.of(sign) : Optional.empty();
            }
            long place = ((long) sign << 16) | letter;
            if (failed.contains(place)) {
                return Optional.empty();
            }
            Optional<Integer> end = spelled(sign, letter);
            if (end.isEmpty()) {
                failed.add(place);
            }
            return end;
        }

        private Optional<Integer> spelled(int sign, int letter) {
            if (sign >= text.length()) {
                return Optional.empty();
            }
            for (String spelling : text.at(sign).spellings()) {
                if (letters.startsWith(spelling, letter)) {
                    Optional<Integer> end = after(sign + 1, letter + spelling.length());
                    if (end.isPresent()) {
                        return end;
                    }
                }
            }
            Optional<Integer> end = spelledByTwo(sign, letter);
            return end.isEmpty() && letter > 0 && text.isDrawnOut(sign)
                    ? after(sign + 1, letter)
                    : end;
        }

        /// Two letters that look like one.
        private Optional<Integer> spelledByTwo(int sign, int letter) {
            if (wordCount < 2 || !text.isLetter(sign) || !text.isLetter(sign + 1)) {
                return Optional.empty();
            }
            String two = text.at(sign).plain() + text.at(sign + 1).plain();
            boolean isOne =
                    switch (letters.charAt(letter)) {
                        case 'm' -> two.equals("rn");
                        case 'w' -> two.equals("vv") || two.equals("uu");
                        case 'd' -> two.equals("cl");
                        default -> false;
                    };
            return isOne ? after(sign + 2, letter + 1) : Optional.empty();
        }

        /// Goes on with or without a gap.
        private Optional<Integer> after(int sign, int letter) {
            if (letter == letters.length()) {
                return from(sign, letter);
            }
            if (rules.spacing() != Spacing.SPREAD) {
                Optional<Integer> end = from(sign, letter);
                if (end.isPresent()) {
                    return end;
                }
            }
            for (int next = sign; next < text.length() && next - sign < WIDEST_GAP; next++) {
                if (text.isLetter(next) || !mayLieInGap(next, letter)) {
                    return Optional.empty();
                }
                Optional<Integer> end = from(next + 1, letter);
                if (end.isPresent()) {
                    return end;
                }
            }
            return Optional.empty();
        }

        private boolean mayLieInGap(int sign, int letter) {
            if (begins[letter]) {
                boolean isInitial =
                        begins[letter - 1] || letter + 1 == letters.length() || begins[letter + 1];
                return rules.isAcrossClauses() || isInitial || !text.endsClause(sign);
            }
            return rules.spacing() != Spacing.CLOSE
                    || !(text.isSpace(sign) || Character.isDigit(text.character(sign)));
        }

        private boolean endsAWord(int sign) {
            if (!text.isLetter(sign) || text.isWithoutSpaces(sign)) {
                return true;
            }
            if (text.isCapital(sign) && !text.isCapital(sign - 1)) {
                return true;
            }
            int end = text.wordEnd(sign);
            return rules.mayHaveEnding() && ENDINGS.contains(text.plain(sign, end));
        }
    }

    /// Every way to spell some words when each letter has several: at most `most` of them, the
    /// plainest first.
    static List<List<String>> spellings(List<String> words, LookAlikes lookAlikes, int most) {
        List<List<String>> ways = List.of(List.of());
        for (String word : words) {
            List<List<String>> longer = new ArrayList<>();
            for (String spelled : spellings(word, lookAlikes, most)) {
                for (List<String> way : ways) {
                    List<String> next = new ArrayList<>(way);
                    next.add(spelled);
                    longer.add(next);
                }
            }
            ways = longer.subList(0, Math.min(most, longer.size()));
        }
        return ways;
    }

    private static List<String> spellings(String word, LookAlikes lookAlikes, int most) {
        List<String> ways = List.of("");
        for (int letter : word.codePoints().toArray()) {
            List<String> longer = new ArrayList<>();
            for (String spelled : FoldedText.plainSpellings(letter, lookAlikes)) {
                for (String way : ways) {
                    longer.add(way + spelled);
                }
            }
            ways = longer.subList(0, Math.min(most, longer.size()));
        }
        return ways;
    }
}
