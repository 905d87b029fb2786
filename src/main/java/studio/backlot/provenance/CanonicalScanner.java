package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// Walks bytes once and says whether they are one JSON value in canonical form (RFC 8785), building
/// nothing.
///
/// Accepts exactly what [CanonicalJson#isCanonical] accepts; a subclass is told of each object and
/// member on the way. Reused for many values; not safe for several threads.
abstract class CanonicalScanner {
    private static final byte[] SHORT_ESCAPES = "\"\\bfnrt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTROLS_WITH_SHORT_ESCAPE = {'\b', '\t', '\n', '\f', '\r'};

    /// Whole numbers of at most this many digits are exact in a double and written as they are.
    private static final int SAFE_DIGITS = 15;

    /// What is being walked, and the next byte to look at.
    protected byte[] bytes = {};

    protected int at;
    private boolean isPlain;

    /// Whether these bytes are one canonical value and nothing more.
    final boolean walk(byte[] utf8) {
        bytes = utf8;
        at = 0;
        return value(0) && at == utf8.length;
    }

    /// An object begins; the outermost has depth 0.
    protected abstract void objectBegins(int depth);

    /// A member of the object at this depth has been walked: its name lies between the quotes at
    /// `nameFrom` to `nameTo`, its value from `valueFrom` to [#at].
    protected abstract void member(int depth, int nameFrom, int nameTo, int valueFrom);

    /// The object at this depth has ended.
    protected abstract void objectEnds(int depth);

    private boolean value(int depth) {
        if (depth > JsonReader.MAX_DEPTH || at >= bytes.length) {
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean object(int depth) {
        objectBegins(depth);
        at++;
        if (isNext('}')) {
            objectEnds(depth);
            return true;
        }
        int previousFrom = 0;
        int previousTo = -1;
        boolean isPreviousPlain = true;
        while (true) {
            int nameFrom = at + 1;
            if (at >= bytes.length || bytes[at] != '"' || !string()) {
                return false;
            }
            int nameTo = at - 1;
            boolean isNamePlain = isPlain;
            if (previousTo >= 0
                    && !isAscending(
                            previousFrom,
                            previousTo,
                            nameFrom,
                            nameTo,
                            isPreviousPlain && isNamePlain)) {
                return false;
            }
            if (!isNext(':')) {
                return false;
            }
            int valueFrom = at;
            if (!value(depth + 1)) {
                return false;
            }
            member(depth, nameFrom, nameTo, valueFrom);
            if (isNext('}')) {
                objectEnds(depth);
                return true;
            }
            if (!isNext(',')) {
                return false;
            }
            previousFrom = nameFrom;
            previousTo = nameTo;
            isPreviousPlain = isNamePlain;
        }
    }

    /// Whether the second name is greater than the first by UTF-16 units; plain ASCII names compare
    /// as bytes.
    private boolean isAscending(int from, int to, int nextFrom, int nextTo, boolean arePlain) {
        if (arePlain) {
            return Arrays.compare(bytes, from, to, bytes, nextFrom, nextTo) < 0;
        }
        return decoded(from, to).compareTo(decoded(nextFrom, nextTo)) < 0;
    }

    /// The text of a string that has been walked, given the range between its quotes.
    protected final String decoded(int from, int to) {
        var text = new String(bytes, from - 1, to - from + 2, StandardCharsets.UTF_8);
        return JsonReader.parse(text) instanceof JsonString string ? string.value() : text;
    }

    private boolean array(int depth) {
        at++;
        if (isNext(']')) {
            return true;
        }
        while (value(depth + 1)) {
            if (isNext(']')) {
                return true;
            }
            if (!isNext(',')) {
                return false;
            }
        }
        return false;
    }

    private boolean string() {
        byte[] b = bytes;
        int i = at + 1;
        isPlain = true;
        while (i >= 0 && i < b.length) {
            byte c = b[i];
            if (c == '"') {
                at = i + 1;
                return true;
            }
            if (c >= ' ' && c != '\\') {
                i++;
            } else {
                isPlain = false;
                i = c == '\\' ? afterEscape(i + 1) : afterMultiByte(i);
            }
        }
        return false;
    }

    /// The place after the escape whose letter stands at `i`, or -1 when it is not the shortest
    /// escape.
    private int afterEscape(int i) {
        if (i >= bytes.length) {
            return -1;
        }
        if (isAmong(SHORT_ESCAPES, bytes[i])) {
            return i + 1;
        }
        if (bytes[i] != 'u'
                || i + 4 >= bytes.length
                || bytes[i + 1] != '0'
                || bytes[i + 2] != '0') {
            return -1;
        }
        int high = bytes[i + 3] - '0';
        int low = Character.digit(bytes[i + 4], 16);
        boolean isLowerCase = bytes[i + 4] < 'A' || bytes[i + 4] > 'F';
        if (high < 0 || high > 1 || low < 0 || !isLowerCase) {
            return -1;
        }
        return isAmong(CONTROLS_WITH_SHORT_ESCAPE, (byte) (16 * high + low)) ? -1 : i + 5;
    }

    private static boolean isAmong(byte[] few, byte b) {
        for (byte one : few) {
            if (one == b) {
                return true;
            }
        }
        return false;
    }

    /// The place after the UTF-8 sequence at `i`, or -1 when it is none: RFC 3629 §4, no overlong
    /// form, no surrogate.
    private int afterMultiByte(int i) {
        int lead = bytes[i] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return isTail(i + 1, 0x80, 0xbf) ? i + 2 : -1;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            int lowest = lead == 0xe0 ? 0xa0 : 0x80;
            int highest = lead == 0xed ? 0x9f : 0xbf;
            return isTail(i + 1, lowest, highest) && isTail(i + 2, 0x80, 0xbf) ? i + 3 : -1;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            int lowest = lead == 0xf0 ? 0x90 : 0x80;
            int highest = lead == 0xf4 ? 0x8f : 0xbf;
            boolean isWhole =
                    isTail(i + 1, lowest, highest)
                            && isTail(i + 2, 0x80, 0xbf)
                            && isTail(i + 3, 0x80, 0xbf);
            return isWhole ? i + 4 : -1;
        }
        return -1;
    }

    private boolean isTail(int i, int lowest, int highest) {
        return i < bytes.length && (bytes[i] & 0xff) >= lowest && (bytes[i] & 0xff) <= highest;
    }

    private boolean number() {
        int from = at;
        int first = isNext('-') ? at : from;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        int digits = at - first;
        boolean isWhole =
                at >= bytes.length || (bytes[at] != '.' && bytes[at] != 'e' && bytes[at] != 'E');
        if (digits > 0 && digits <= SAFE_DIGITS && isWhole) {
            return bytes[first] != '0' || (digits == 1 && first == from);
        }
        while (at < bytes.length && "+-.eE0123456789".indexOf(bytes[at]) >= 0) {
            at++;
        }
        var literal = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
        try {
            return CanonicalJson.text(JsonReader.parse(literal)).equals(literal);
        } catch (MalformedJson e) {
            return false;
        }
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isNext(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNext(char c) {
        if (at < bytes.length && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }
}
