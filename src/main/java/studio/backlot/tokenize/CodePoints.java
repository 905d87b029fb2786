package studio.backlot.tokenize;

import java.text.Normalizer;
import java.util.BitSet;

/// Changes to a text as the tokenizers' reference implementation makes them.
final class CodePoints {
    /// Characters that the reference's Unicode does not know yet: Java would move or take apart
    /// these, the reference leaves them and all that stands beyond them where they are.
    private static final BitSet UNKNOWN_TO_REFERENCE =
            ranges(
                    """
                    7fd 897-89f 8ca-8d3 9fe c3c d3b-d3c eba 1715 1abf-1ace 1df6-1dfa a82c 105c9 105e4
                    10d24-10d27 10d69-10d6d 10eab-10eac 10efd-10eff 10f46-10f50 10f82-10f85 11070
                    1133b 11383 11385 1138e 11391 113c5 113c7-113c8 113ce-113d0 1145e 11839-1183a
                    11938 1193d-1193e 11943 119e0 11a34 11a47 11a99 11d42 11d44-11d45 11d97
                    11f41-11f42 16121-16128 1612f 16d68-16d6a 16ff0-16ff1 1e08f 1e130-1e136 1e2ae
                    1e2ec-1e2ef 1e4ec-1e4ef 1e5ee-1e5ef
                    """);

    private CodePoints() {}

    /// A set of code points from hexadecimal numbers and ranges, as `41-5a 61`.
    static BitSet ranges(String hex) {
        var set = new BitSet();
        for (String range : hex.strip().split("\\s+", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
            set.set(first, last + 1);
        }
        return set;
    }

    /// The text in a normalization form of Unicode (UAX #15).
    static String normalize(String text, Normalizer.Form form) {
        var normalized = new StringBuilder(text.length());
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (UNKNOWN_TO_REFERENCE.get(c)) {
                normalized.append(Normalizer.normalize(text.substring(start, at), form));
                normalized.appendCodePoint(c);
                start = next;
            }
            at = next;
        }
        return normalized.append(Normalizer.normalize(text.substring(start), form)).toString();
    }

    /// Lower case whatever the language and the neighbours: a final sigma stays `σ`, and only `İ`
    /// has two code points, `i` and a dot above.
    static String lowercase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    lower.appendCodePoint(lowercase(c));
                    if (c == 0x130) {
                        lower.append('\u0307');
                    }
                });
        return lower.toString();
    }

    /// Twenty-eight pairs are younger (Unicode 17) than the Java that this is built with.
    private static int lowercase(int c) {
        if (c == 0xa7ce || c == 0xa7d2 || c == 0xa7d4) {
            return c + 1;
        }
        return c >= 0x16ea0 && c <= 0x16eb8 ? c + 0x1b : Character.toLowerCase(c);
    }

    /// The text with U+FFFD in place of each unpaired surrogate.
    static String wellFormed(String text) {
        var repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
