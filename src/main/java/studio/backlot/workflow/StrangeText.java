package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;

/// A place of a script's text that was not understood.
///
/// @param kind what is strange there
/// @param line its number, from 1
/// @param offset where it lies in the words, in UTF-16 units
public record StrangeText(Kind kind, int line, int offset) {
    private static final int MOST = 200;

    /// What may be strange.
    public enum Kind {
        /// Bytes that are no UTF-8: what they meant is lost in reading.
        NO_LETTER,
        /// A sign that no page can show.
        CONTROL,
        /// A remark that begins with `/*` and never ends.
        OPEN_REMARK,
        /// A note that begins with `[[` and never ends.
        OPEN_NOTE
    }

    /// Whether what stood there cannot be written back.
    boolean isLost() {
        return kind == Kind.NO_LETTER || kind == Kind.CONTROL;
    }

    /// All in a text, the first few hundred; with `isText` no sign of it stands for lost bytes.
    static List<StrangeText> allIn(String words, boolean isText) {
        List<StrangeText> found = new ArrayList<>();
        int line = 1;
        for (int offset = 0; offset < words.length() && found.size() < MOST; offset++) {
            char sign = words.charAt(offset);
            if (sign == '\n') {
                line++;
            } else if (sign == '\uFFFD' && !isText) {
                found.add(new StrangeText(Kind.NO_LETTER, line, offset));
            } else if ((sign < ' ' && sign != '\t') || sign == '\u007F') {
                found.add(new StrangeText(Kind.CONTROL, line, offset));
            } else if (isOpen(words, offset, "/*", "*/")) {
                found.add(new StrangeText(Kind.OPEN_REMARK, line, offset));
                return found;
            } else if (isOpen(words, offset, "[[", "]]")) {
                found.add(new StrangeText(Kind.OPEN_NOTE, line, offset));
            }
        }
        return found;
    }

    private static boolean isOpen(String words, int offset, String begin, String end) {
        return words.startsWith(begin, offset) && words.indexOf(end, offset + 2) < 0;
    }
}
