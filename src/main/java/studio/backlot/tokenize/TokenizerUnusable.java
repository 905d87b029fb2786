package studio.backlot.tokenize;

import java.nio.file.Path;

/// A tokenizer's file is missing, broken, or of a kind that this build does not have.
public final class TokenizerUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param where the file or folder
    /// @param problem what is wrong with it, without a full stop
    public TokenizerUnusable(Path where, String problem) {
        super(
                where
                        + ": "
                        + problem
                        + "; install the pack again from its source, or choose another pack");
    }
}
