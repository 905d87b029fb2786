package studio.backlot.provenance;

/// Hashes written as lower-case hexadecimal digits, read in place from an entry's bytes.
final class HexDigits {
    private static final int QUOTED_HASH = 66;

    private HexDigits() {}

    /// 0 to 15, or -1 for anything but a lower-case hexadecimal digit.
    static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /// Whether the JSON value from `from` to `to` is a string of the 64 digits of a hash.
    static boolean isHash(byte[] bytes, int from, int to) {
        if (to - from != QUOTED_HASH || bytes[from] != '"') {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (digit(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The first 8 bytes that the 16 digits from `from` on write, big-endian.
    static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + 16; i++) {
            word = word << 4 | digit(bytes[i]);
        }
        return word;
    }
}
