package studio.backlot.provenance;

import java.util.Arrays;

/// Hashes written as lower-case hexadecimal digits, read in place from an entry's bytes.
final class HexDigits {
    private static final int QUOTED_HASH = 66;
    private static final byte[] DIGITS = digits();

    private HexDigits() {}

    /// 0 to 15, or -1 for anything but a lower-case hexadecimal digit.
    static int digit(byte c) {
        return DIGITS[c & 0xff];
    }

    private static byte[] digits() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        for (byte value = 0; value < 16; value++) {
            digits[Character.forDigit(value, 16)] = value;
        }
        return digits;
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
