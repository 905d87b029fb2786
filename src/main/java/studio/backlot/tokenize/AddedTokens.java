package studio.backlot.tokenize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The added tokens of a tokenizer, and how a text falls into them and the stretches between.
///
/// First those that are matched as written are cut out, then each stretch is normalized, then those
/// that are matched in normalized form are cut out. Of several that fit at one place the longest
/// one wins.
final class AddedTokens {
    private final UnaryOperator<String> normalizer;
    private final Map<Integer, List<Candidate>> asWritten;
    private final Map<Integer, List<Candidate>> normalized;

    /// @param normalizer what the tokenizer does to a text before it is cut into words
    AddedTokens(List<AddedToken> tokens, UnaryOperator<String> normalizer) {
        this.normalizer = normalizer;
        asWritten = candidates(tokens, AddedToken.Matching.AS_WRITTEN, UnaryOperator.identity());
        normalized = candidates(tokens, AddedToken.Matching.NORMALIZED, normalizer);
    }

    private static Map<Integer, List<Candidate>> candidates(
            List<AddedToken> tokens,
            AddedToken.Matching matching,
            UnaryOperator<String> normalizer) {
        Map<String, Candidate> byText = new LinkedHashMap<>();
        for (AddedToken token : tokens) {
            String text = normalizer.apply(token.content());
            if (token.matching() == matching && !text.isEmpty()) {
                byText.put(text, new Candidate(text, token));
            }
        }
        Map<Integer, List<Candidate>> byFirst = new HashMap<>();
        for (Candidate candidate : byText.values()) {
            byFirst.computeIfAbsent(candidate.text.codePointAt(0), first -> new ArrayList<>())
                    .add(candidate);
        }
        byFirst.values().forEach(same -> same.sort(Comparator.comparingInt(c -> -c.text.length())));
        return byFirst;
    }

    /// The tokens of a text in this frame: added tokens as they are, the stretches between as
    /// `words` makes them, until the frame is full.
    TokenizedText encode(
            String text,
            SpecialTokens specials,
            SequenceFrame frame,
            BiConsumer<String, SequenceFrame.Collector> words) {
        var collector = frame.collector();
        split(
                CodePoints.wellFormed(text),
                specials,
                new Receiver() {
                    @Override
                    public void text(String stretch) {
                        words.accept(stretch, collector);
                    }

                    @Override
                    public void token(int id) {
                        collector.add(id);
                    }

                    @Override
                    public boolean hasEnough() {
                        return collector.hasEnough();
                    }
                });
        return collector.finish();
    }

    /// Cuts a text and tells the receiver of each part, in order, until it has enough.
    private void split(String text, SpecialTokens specials, Receiver receiver) {
        cut(
                text,
                asWritten,
                specials,
                new Receiver() {
                    @Override
                    public void text(String stretch) {
                        cut(normalizer.apply(stretch), normalized, specials, receiver);
                    }

                    @Override
                    public void token(int id) {
                        receiver.token(id);
                    }

                    @Override
                    public boolean hasEnough() {
                        return receiver.hasEnough();
                    }
                });
    }

    private static void cut(
            String text,
            Map<Integer, List<Candidate>> candidates,
            SpecialTokens specials,
            Receiver receiver) {
        int pending = 0;
        int at = candidates.isEmpty() ? text.length() : 0;
        while (at < text.length() && !receiver.hasEnough()) {
            int first = text.codePointAt(at);
            Optional<Candidate> longest = longest(text, at, candidates.get(first));
            if (longest.isEmpty()) {
                at += Character.charCount(first);
                continue;
            }
            Candidate found = longest.get();
            int end = at + found.text.length();
            if (found.counts(text, at, specials)) {
                int from = found.token.takesSpaceBefore() ? spaceBefore(text, at, pending) : at;
                if (from > pending) {
                    receiver.text(text.substring(pending, from));
                }
                receiver.token(found.token.id());
                pending = found.token.takesSpaceAfter() ? spaceAfter(text, end) : end;
                end = pending;
            }
            at = end;
        }
        if (pending < text.length() && !receiver.hasEnough()) {
            receiver.text(text.substring(pending));
        }
    }

    private static Optional<Candidate> longest(
            String text, int at, @Nullable List<Candidate> longestFirst) {
        if (longestFirst == null) {
            return Optional.empty();
        }
        return longestFirst.stream().filter(c -> text.startsWith(c.text, at)).findFirst();
    }

    private static int spaceBefore(String text, int at, int lowest) {
        int from = at;
        while (from > lowest && BertCharacters.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static int spaceAfter(String text, int end) {
        int to = end;
        while (to < text.length() && BertCharacters.isWhitespace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /// Takes the parts of a text in order.
    private interface Receiver {
        /// A stretch without added tokens, normalized, never empty.
        void text(String stretch);

        /// The id of an added token.
        void token(int id);

        /// Whether what follows no longer matters.
        boolean hasEnough();
    }

    /// An added token in the form in which it is looked for.
    private record Candidate(String text, AddedToken token) {
        boolean counts(String whole, int at, SpecialTokens specials) {
            if (token.isSpecial() && specials == SpecialTokens.ESCAPED) {
                return false;
            }
            int end = at + text.length();
            return !token.isWholeWord()
                    || !((at > 0 && isWordCharacter(whole.codePointBefore(at)))
                            || (end < whole.length() && isWordCharacter(whole.codePointAt(end))));
        }

        private static boolean isWordCharacter(int c) {
            return Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.CONNECTOR_PUNCTUATION
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }
    }
}
