package studio.backlot.clearance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.backlot.clearance.NamePattern.Rules;
import studio.backlot.clearance.NamePattern.Spacing;

/// A listed name taken apart: its words, how common they are, and the ways it is written.
final class ListedWords {
    private static final Set<String> FORMS_OF_ADDRESS =
            Set.of("sir", "dame", "dr", "mr", "mrs", "ms", "miss");
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final int MOST_SPELLINGS = 32;

    /// Letters from which on a name of uncommon words is found in any spacing.
    private static final int LONG = 9;

    /// Letters from which on a name is found spread out or mirrored.
    private static final int MIDDLE = 5;

    /// Letters from which on a single word is found without words around it.
    private static final int SHORTEST = 4;

    private static final int FIRST_IDEOGRAPH = 0x2e80;

    private final ListedName listed;
    private final List<String> words;
    private final boolean isWithoutSpaces;
    private final boolean isOrdinary;
    private final boolean isUncommon;
    private final boolean isKnownWord;
    private final List<NamePattern> forward = new ArrayList<>();
    private final List<NamePattern> backward = new ArrayList<>();
    private final List<NamePattern> mirrored = new ArrayList<>();
    private final List<NamePattern> first = new ArrayList<>();
    private final List<NamePattern> last = new ArrayList<>();

    ListedWords(ListedName listed, LookAlikes lookAlikes, EnglishWords english) {
        this.listed = listed;
        words = words(listed);
        isWithoutSpaces = words.size() == 1 && words.getFirst().codePointAt(0) >= FIRST_IDEOGRAPH;
        isOrdinary = words.stream().allMatch(word -> word.length() < 2 || english.isOrdinary(word));
        isUncommon =
                words.stream().noneMatch(word -> word.length() > 1 && english.isOrdinary(word))
                        && !words.stream().allMatch(english::isKnown);
        isKnownWord = words.size() == 1 && english.isKnown(words.getFirst());
        for (List<String> order : orders()) {
            add(forward, order, lookAlikes);
        }
        if (isPersonOfWords()) {
            List<String> turned = new ArrayList<>(words.subList(words.size() - 1, words.size()));
            turned.addAll(words.subList(0, words.size() - 1));
            add(backward, turned, lookAlikes);
            if (words.size() > 2) {
                add(backward, List.of(words.getLast(), words.getFirst()), lookAlikes);
            }
            add(mirrored, words.reversed().stream().map(ListedWords::mirror).toList(), lookAlikes);
            add(mirrored, words.stream().map(ListedWords::mirror).toList(), lookAlikes);
            add(first, List.of(words.getFirst()), lookAlikes);
            add(last, List.of(words.getLast()), lookAlikes);
        }
    }

    /// The words of the name in small letters; forms of address and generations left out.
    private static List<String> words(ListedName listed) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        String small =
                Normalizer.normalize(listed.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                        + " ";
        small.codePoints()
                .forEach(c -> {
                    boolean isMark = Character.getType(c) == Character.FORMAT;
                    if (Character.isLetterOrDigit(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK) {
                        word.appendCodePoint(c);
                    } else if (!isMark && !word.isEmpty()) {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        List<String> kept = new ArrayList<>(words);
        if (listed.kind() == ListedName.Kind.PERSON && kept.size() > 2) {
            if (FORMS_OF_ADDRESS.contains(kept.getFirst())) {
                kept.removeFirst();
            }
            if (GENERATIONS.contains(kept.getLast())) {
                kept.removeLast();
            }
        }
        return kept.isEmpty() ? List.of(listed.name().strip()) : kept;
    }

    /// All words; first and last; initials and last.
    private List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>(List.of(words));
        if (isPersonOfWords() && words.size() > 2) {
            orders.add(List.of(words.getFirst(), words.getLast()));
            List<String> initials = new ArrayList<>();
            for (String word : words.subList(0, words.size() - 1)) {
                initials.add(word.substring(0, word.offsetByCodePoints(0, 1)));
            }
            initials.add(words.getLast());
            orders.add(initials);
            List<String> middle = new ArrayList<>(initials);
            middle.set(0, words.getFirst());
            orders.add(middle);
        }
        return orders;
    }

    private static void add(List<NamePattern> patterns, List<String> words, LookAlikes lookAlikes) {
        for (List<String> way : NamePattern.spellings(words, lookAlikes, MOST_SPELLINGS)) {
            patterns.add(new NamePattern(way));
        }
    }

    private static String mirror(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    ListedName listed() {
        return listed;
    }

    boolean isPersonOfWords() {
        return listed.kind() == ListedName.Kind.PERSON && words.size() > 1;
    }

    boolean isSingleWord() {
        return words.size() == 1;
    }

    /// Whether every word of it is an ordinary word of English.
    boolean isOrdinary() {
        return isOrdinary;
    }

    /// Whether no word of it is ordinary, and not all of them are known.
    boolean isUncommon() {
        return isUncommon;
    }

    /// Whether the single word stops only together with words around it: it is known, or too short.
    boolean needsContext() {
        return isKnownWord || (words.getFirst().length() < SHORTEST && !isWithoutSpaces);
    }

    List<NamePattern> forward() {
        return forward;
    }

    List<NamePattern> backward() {
        return backward;
    }

    List<NamePattern> mirrored() {
        return mirrored;
    }

    /// The first word by itself; none for a name of one word.
    List<NamePattern> first() {
        return first;
    }

    /// The last word by itself; none for a name of one word.
    List<NamePattern> last() {
        return last;
    }

    String lastWord() {
        return words.getLast();
    }

    /// In which spacings a pattern of this name is looked for.
    List<Rules> rules(NamePattern pattern) {
        List<Rules> rules = new ArrayList<>();
        rules.add(new Rules(Spacing.CLOSE, !isOrdinary, !isOrdinary));
        if (pattern.letters().length() >= MIDDLE) {
            rules.add(new Rules(Spacing.SPREAD, true, false));
        }
        if (isWithoutSpaces
                || (pattern.letters().length() >= LONG && !isOrdinary && words.size() > 1)) {
            rules.add(new Rules(Spacing.LOOSE, true, true));
        }
        return rules;
    }

    /// How a mirrored pattern is looked for; not at all when it is short.
    List<Rules> rulesMirrored(NamePattern pattern) {
        return pattern.letters().length() > MIDDLE
                ? List.of(new Rules(Spacing.CLOSE, false, false))
                : List.of();
    }
}
