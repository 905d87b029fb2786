package studio.backlot.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The words of a prompt that name things, as far as a list of the small words of English tells:
/// lower case, a plural `s` taken off.
final class PromptWords {
    private static final int SHORTEST = 3;

    private static final Set<String> SMALL =
            Set.of(
                    "the",
                    "and",
                    "with",
                    "from",
                    "into",
                    "over",
                    "under",
                    "near",
                    "behind",
                    "above",
                    "below",
                    "between",
                    "through",
                    "along",
                    "across",
                    "around",
                    "beside",
                    "against",
                    "very",
                    "some",
                    "few",
                    "many",
                    "two",
                    "three",
                    "one",
                    "small",
                    "large",
                    "wide",
                    "big",
                    "little",
                    "far",
                    "close",
                    "high",
                    "low",
                    "long",
                    "old",
                    "new",
                    "dark",
                    "bright",
                    "soft",
                    "warm",
                    "cold",
                    "deep",
                    "pale",
                    "red",
                    "blue",
                    "green",
                    "yellow",
                    "orange",
                    "purple",
                    "pink",
                    "grey",
                    "gray",
                    "white",
                    "black",
                    "gold",
                    "golden",
                    "light",
                    "sky",
                    "view",
                    "scene",
                    "background",
                    "style",
                    "are",
                    "its",
                    "word",
                    "these",
                    "meaning",
                    "work",
                    "too",
                    "edge",
                    "frame",
                    "for",
                    "that",
                    "this");

    private PromptWords() {}

    /// The words of a text that may name things.
    static Set<String> of(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            String one = singular(word);
            if (one.length() >= SHORTEST && !SMALL.contains(one) && !SMALL.contains(word)) {
                words.add(one);
            }
        }
        return words;
    }

    private static String singular(String word) {
        return word.length() > SHORTEST && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
