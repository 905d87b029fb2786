package studio.backlot.tokenize;

/// Changes to a text that look at one code point at a time.
final class CodePoints {
    private CodePoints() {}

    /// Lower case whatever the language and the neighbours: a final sigma stays `σ`, and only `İ`
    /// has two code points, `i` and a dot above.
    static String lowercase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    lower.appendCodePoint(Character.toLowerCase(c));
                    if (c == 0x130) {
                        lower.append('\u0307');
                    }
                });
        return lower.toString();
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
