package studio.backlot.tokenize;

/// What becomes of words like `[SEP]` or `<|endoftext|>` that stand in a text.
public enum SpecialTokens {
    /// They become the special token's id, as transformers does by default.
    PARSED,

    /// They are text like any other: what a person writes never ends or masks a sequence.
    ESCAPED
}
