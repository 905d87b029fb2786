package studio.backlot.tokenize;

import java.util.List;
import java.util.Map;

/// BERT's tokenizer: words and signs, each spelled with the longest pieces of a vocabulary (Wu et
/// al., arXiv 1609.08144); a word that cannot be spelled becomes the unknown token.
final class WordPieceTokenizer implements TextTokenizer {
    private final Vocabulary vocabulary;
    private final AddedTokens addedTokens;
    private final SequenceFrame frame;

    WordPieceTokenizer(
            Vocabulary vocabulary,
            BertNormalizer normalizer,
            List<AddedToken> addedTokens,
            SequenceFrame frame) {
        this.vocabulary = vocabulary;
        this.addedTokens = new AddedTokens(addedTokens, normalizer);
        this.frame = frame;
    }

    @Override
    public int maxLength() {
        return frame.length();
    }

    @Override
    public TokenizedText encode(String text, SpecialTokens specials) {
        return addedTokens.encode(text, specials, frame, this::words);
    }

    /// White space parts words and goes; each punctuation sign is a word of its own.
    private void words(String text, SequenceFrame.Collector collector) {
        int start = 0;
        int at = 0;
        while (at < text.length() && !collector.hasEnough()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean isSign = BertCharacters.isPunctuation(c);
            if (isSign || BertCharacters.isWhitespace(c)) {
                word(text.substring(start, at), collector);
                if (isSign) {
                    word(text.substring(at, next), collector);
                }
                start = next;
            }
            at = next;
        }
        word(text.substring(start, at), collector);
    }

    private void word(String word, SequenceFrame.Collector collector) {
        if (word.isEmpty()) {
            return;
        }
        if (word.codePointCount(0, word.length()) > vocabulary.maxWordLength) {
            collector.add(vocabulary.unknownId);
            return;
        }
        var pieces = new int[word.length()];
        int count = 0;
        int start = 0;
        while (start < word.length()) {
            int end = vocabulary.longestPiece(word, start);
            if (end == start) {
                collector.add(vocabulary.unknownId);
                return;
            }
            pieces[count++] = vocabulary.id(word, start, end);
            start = end;
        }
        for (int i = 0; i < count; i++) {
            collector.add(pieces[i]);
        }
    }

    /// The pieces of words and their ids.
    static final class Vocabulary {
        private final Map<String, Integer> ids;
        private final String continuation;
        private final int unknownId;
        private final int maxWordLength;
        private final int longestPiece;

        /// @param continuation what stands before a piece that begins inside a word, as `##`
        /// @param maxWordLength in code points; longer words are unknown
        Vocabulary(
                Map<String, Integer> ids, String continuation, int unknownId, int maxWordLength) {
            this.ids = ids;
            this.continuation = continuation;
            this.unknownId = unknownId;
            this.maxWordLength = maxWordLength;
            longestPiece = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
        }

        /// Where the longest piece that begins at `start` ends; `start` itself where none fits.
        private int longestPiece(String word, int start) {
            for (int end = Math.min(word.length(), start + longestPiece); end > start; end--) {
                if (ids.containsKey(piece(word, start, end))) {
                    return end;
                }
            }
            return start;
        }

        private int id(String word, int start, int end) {
            Integer id = ids.get(piece(word, start, end));
            return id == null ? unknownId : id;
        }

        private String piece(String word, int start, int end) {
            String piece = word.substring(start, end);
            return start == 0 ? piece : continuation + piece;
        }
    }
}
