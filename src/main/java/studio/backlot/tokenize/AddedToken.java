package studio.backlot.tokenize;

/// A token that is looked for in the text itself, before the vocabulary's own rules apply.
///
/// @param matching in which form of the text it is looked for
/// @param isSpecial whether it marks structure, so that an escaped text never holds it
/// @param isWholeWord whether letters, digits or underscores beside it prevent the match
/// @param takesSpaceBefore whether white space before it belongs to it
/// @param takesSpaceAfter whether white space after it belongs to it
record AddedToken(
        String content,
        int id,
        Matching matching,
        boolean isSpecial,
        boolean isWholeWord,
        boolean takesSpaceBefore,
        boolean takesSpaceAfter) {

    /// The form of the text in which a token is looked for.
    enum Matching {
        AS_WRITTEN,
        NORMALIZED
    }

    AddedToken {
        if (content.isEmpty() || id < 0) {
            throw new IllegalArgumentException("added token \"" + content + "\" with id " + id);
        }
    }

    static AddedToken special(String content, int id) {
        return new AddedToken(content, id, Matching.AS_WRITTEN, true, false, false, false);
    }
}
