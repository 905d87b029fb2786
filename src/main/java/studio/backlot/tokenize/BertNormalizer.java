package studio.backlot.tokenize;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/// What BERT's tokenizers do to a text before they cut it into words (Devlin et al., 2018).
///
/// @param cleansText whether control characters go and every white space becomes a blank
/// @param spacesIdeographs whether blanks are put around each ideograph
/// @param stripsAccents whether letters lose their accents
record BertNormalizer(
        boolean cleansText, boolean spacesIdeographs, boolean stripsAccents, boolean lowercases)
        implements UnaryOperator<String> {

    @Override
    public String apply(String text) {
        String normalized = cleansText ? clean(text) : text;
        normalized = spacesIdeographs ? spaceIdeographs(normalized) : normalized;
        normalized = stripsAccents ? stripAccents(normalized) : normalized;
        return lowercases ? CodePoints.lowercase(normalized) : normalized;
    }

    private static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && c != 0xfffd && !BertCharacters.isControl(c))
                .map(c -> BertCharacters.isWhitespace(c) ? ' ' : c)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static String spaceIdeographs(String text) {
        var spaced = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (BertCharacters.isIdeograph(c)) {
                        spaced.append(' ').appendCodePoint(c).append(' ');
                    } else {
                        spaced.appendCodePoint(c);
                    }
                });
        return spaced.toString();
    }

    private static String stripAccents(String text) {
        var stripped = new StringBuilder(text.length());
        CodePoints.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !BertCharacters.isNonspacingMark(c))
                .forEach(stripped::appendCodePoint);
        return stripped.toString();
    }
}
