package studio.backlot.tokenize;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/// CLIP's tokenizer: lower-case text cut into words, numerals and runs of signs, each spelled in
/// bytes that are merged pair by pair (Radford et al., 2021).
///
/// The way of transformers without ftfy: composed form, white space as one blank, lower case.
final class ClipTokenizer implements TextTokenizer {
    static final String START = "<|startoftext|>";
    static final String END = "<|endoftext|>";
    static final String END_OF_WORD = "</w>";

    private static final List<String> CONTRACTIONS =
            List.of("'s", "'t", "'re", "'ve", "'m", "'ll", "'d");

    private final Map<String, Integer> ids;
    private final PairMerges merges;
    private final int unknownId;
    private final AddedTokens addedTokens;
    private final SequenceFrame frame;

    ClipTokenizer(
            Map<String, Integer> ids,
            PairMerges merges,
            int unknownId,
            List<AddedToken> addedTokens,
            SequenceFrame frame) {
        this.ids = ids;
        this.merges = merges;
        this.unknownId = unknownId;
        this.addedTokens = new AddedTokens(addedTokens, ClipTokenizer::normalize);
        this.frame = frame;
    }

    private static String normalize(String text) {
        return CodePoints.lowercase(CodePoints.normalize(text, Normalizer.Form.NFC));
    }

    @Override
    public int maxLength() {
        return frame.length();
    }

    @Override
    public TokenizedText encode(String text, SpecialTokens specials) {
        return addedTokens.encode(text, specials, frame, this::words);
    }

    private void words(String text, SequenceFrame.Collector collector) {
        int at = 0;
        while (at < text.length() && !collector.hasEnough()) {
            int end = endOfSpecial(text, at);
            if (end > at) {
                // GPT-2's own rules cut what CLIP's have left whole.
                word(text.substring(at, at + 2), collector);
                word(text.substring(at + 2, end - 2), collector);
                word(text.substring(end - 2, end), collector);
                at = end;
                continue;
            }
            end = endOfWord(text, at);
            if (!Kind.of(text.codePointAt(at)).isSpace()) {
                word(text.substring(at, end), collector);
            }
            at = end;
        }
    }

    private static int endOfSpecial(String text, int at) {
        for (String special : List.of(START, END)) {
            if (text.startsWith(special, at)) {
                return at + special.length();
            }
        }
        return at;
    }

    private static int endOfWord(String text, int start) {
        for (String contraction : CONTRACTIONS) {
            if (text.startsWith(contraction, start)) {
                return start + contraction.length();
            }
        }
        Kind kind = Kind.of(text.codePointAt(start));
        int at = start + Character.charCount(text.codePointAt(start));
        while (kind != Kind.NUMERAL
                && at < text.length()
                && Kind.of(text.codePointAt(at)) == kind) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private void word(String word, SequenceFrame.Collector collector) {
        String spelled = ByteAlphabet.spell(word);
        var tokens = new int[spelled.length()];
        for (int i = 0; i < tokens.length; i++) {
            String letter = spelled.substring(i, i + 1);
            boolean isLast = i == tokens.length - 1;
            tokens[i] = ids.getOrDefault(isLast ? letter + END_OF_WORD : letter, unknownId);
        }
        int count = merges.merge(tokens, tokens.length);
        for (int i = 0; i < count; i++) {
            collector.add(tokens[i]);
        }
    }

    /// The kinds of characters of which words are made.
    private enum Kind {
        LETTER,
        NUMERAL,
        SPACE,
        SIGN;

        static Kind of(int c) {
            if (BertCharacters.isWhitespace(c)) {
                return SPACE;
            }
            return switch (Character.getType(c)) {
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER ->
                        LETTER;
                case Character.DECIMAL_DIGIT_NUMBER,
                        Character.LETTER_NUMBER,
                        Character.OTHER_NUMBER ->
                        NUMERAL;
                default -> SIGN;
            };
        }

        boolean isSpace() {
            return this == SPACE;
        }
    }
}
