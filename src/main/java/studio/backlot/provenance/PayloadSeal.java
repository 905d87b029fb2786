package studio.backlot.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import studio.backlot.base.ContentHash;

/// The hash of an encrypted payload row that stands in the chain, so that a changed row is found
/// without its key.
///
/// `SHA-256(domain ‖ 0x00 ‖ payload id ‖ key id ‖ nonce ‖ ciphertext)`, ids as 8 big-endian bytes,
/// a nonce of 12 bytes.
public final class PayloadSeal {
    /// Bytes of the AES-GCM nonce.
    public static final int NONCE_LENGTH = 12;

    private static final byte[] DOMAIN = "backlot.seal/1".getBytes(StandardCharsets.US_ASCII);

    private PayloadSeal() {}

    /// The seal of a row as it is stored.
    public static ContentHash of(long payloadId, long keyId, byte[] nonce, byte[] ciphertext) {
        return ContentHash.ofDigest(digest(payloadId, keyId, nonce, ciphertext));
    }

    /// The 32 bytes of [#of].
    public static byte[] digest(long payloadId, long keyId, byte[] nonce, byte[] ciphertext) {
        if (nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException(
                    "a nonce has " + NONCE_LENGTH + " bytes, not " + nonce.length);
        }
        MessageDigest digest = ContentHash.sha256();
        digest.update(DOMAIN);
        digest.update((byte) 0);
        digest.update(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(payloadId).putLong(keyId).array());
        digest.update(nonce);
        digest.update(ciphertext);
        return digest.digest();
    }
}
