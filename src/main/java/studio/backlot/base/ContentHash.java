package studio.backlot.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 digest of some bytes, written as 64 lower-case hexadecimal digits (FIPS 180-4).
public record ContentHash(String hex) implements Comparable<ContentHash> {
    /// Length of a digest in bytes.
    public static final int LENGTH = 32;

    public ContentHash {
        if (!isHex(hex)) {
            throw new IllegalArgumentException(
                    "not a SHA-256 in 64 lower-case hexadecimal digits: \"" + hex + "\"");
        }
    }

    /// The digest of these bytes.
    public static ContentHash of(byte[] bytes) {
        return ofDigest(sha256().digest(bytes));
    }

    /// A digest already computed: 32 bytes.
    public static ContentHash ofDigest(byte[] digest) {
        return new ContentHash(HexFormat.of().formatHex(digest));
    }

    /// A fresh SHA-256 computation.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Whether a text has the form of a digest: 64 lower-case hexadecimal digits.
    public static boolean isHex(String text) {
        if (text.length() != 2 * LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /// The 32 bytes.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(ContentHash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
