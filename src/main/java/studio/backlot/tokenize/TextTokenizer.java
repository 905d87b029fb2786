package studio.backlot.tokenize;

/// Turns texts into the token ids of one vocabulary; any text is accepted, and threads may share
/// it.
public interface TextTokenizer {
    /// The ids of a text of any length and content, cut and padded to [#maxLength()].
    ///
    /// Unpaired surrogates count as U+FFFD. Time grows in proportion to the length of the text.
    TokenizedText encode(String text, SpecialTokens specials);

    /// How many ids every encoded text has.
    int maxLength();
}
