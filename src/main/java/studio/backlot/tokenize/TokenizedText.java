package studio.backlot.tokenize;

/// A text as token ids of the fixed length that a text encoder takes.
///
/// @param ids special tokens at both ends, then padding; not to be changed
/// @param used how many ids stand before the padding, special tokens included
/// @param isTruncated whether the text was too long, so that its end is missing
public record TokenizedText(int[] ids, int used, boolean isTruncated) {
    public TokenizedText {
        if (used < 0 || used > ids.length) {
            throw new IllegalArgumentException(used + " used ids of " + ids.length);
        }
    }
}
