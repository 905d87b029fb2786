package studio.backlot.raster;

import java.util.Optional;

/// One text of a PNG file: a keyword and what stands under it (PNG third edition, §11.3.3).
///
/// A keyword has 1 to 79 printable Latin-1 characters without spaces at either end or two in a row.
/// Texts that Backlot writes are always [Form#INTERNATIONAL]: UTF-8 and not compressed.
public record PngText(Form form, String keyword, String text) {
    /// The longest keyword in characters.
    public static final int LONGEST_KEYWORD = 79;

    public PngText {
        keywordFault(keyword)
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(
                            "no PNG keyword, it " + fault + ": \"" + keyword + "\"");
                });
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a text under \"" + keyword + "\" cannot hold the character U+0000");
        }
    }

    /// A text in the form that Backlot writes.
    public static PngText of(String keyword, String text) {
        return new PngText(Form.INTERNATIONAL, keyword, text);
    }

    /// What is wrong with a keyword, in words that follow "it"; empty when it may stand in a file.
    static Optional<String> keywordFault(String keyword) {
        if (keyword.isEmpty() || keyword.length() > LONGEST_KEYWORD) {
            return Optional.of(
                    "has " + keyword.length() + " characters instead of 1 to " + LONGEST_KEYWORD);
        }
        if (keyword.startsWith(" ") || keyword.endsWith(" ") || keyword.contains("  ")) {
            return Optional.of("has a space at an end or two in a row");
        }
        boolean isPrintable =
                keyword.chars().allMatch(c -> (c >= 0x20 && c <= 0x7e) || (c >= 0xa1 && c <= 0xff));
        return isPrintable
                ? Optional.empty()
                : Optional.of("holds characters that are not printable Latin-1");
    }

    /// In which kind of chunk a text stands.
    public enum Form {
        /// `tEXt`: Latin-1.
        LATIN("tEXt"),
        /// `zTXt`: Latin-1, compressed.
        COMPRESSED_LATIN("zTXt"),
        /// `iTXt`: UTF-8, compressed or not.
        INTERNATIONAL("iTXt");

        private final String chunkType;

        Form(String chunkType) {
            this.chunkType = chunkType;
        }

        /// The four letters of the chunk.
        public String chunkType() {
            return chunkType;
        }
    }
}
