package studio.backlot.provenance.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import studio.backlot.provenance.PayloadCommitment;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadKind;

/// AES-256-GCM (NIST SP 800-38D) over `salt ‖ content` of one payload under its own key.
///
/// The payload's id, its key's id and its kind are authenticated with it, so that no row decrypts
/// in another's place.
final class PayloadCipher {
    private static final byte[] DOMAIN =
            "backlot.payload-row/1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG_BITS = 128;

    private final long payloadId;
    private final PayloadKey key;
    private final PayloadKind kind;

    PayloadCipher(long payloadId, PayloadKey key, PayloadKind kind) {
        this.payloadId = payloadId;
        this.key = key;
        this.kind = kind;
    }

    /// Looking the algorithm up takes longer than decrypting a prompt.
    static Cipher aesGcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    byte[] encrypt(byte[] nonce, byte[] salt, byte[] content) {
        try {
            Cipher aes = aesGcm();
            begin(aes, Cipher.ENCRYPT_MODE, nonce);
            byte[] plain = Arrays.copyOf(salt, salt.length + content.length);
            System.arraycopy(content, 0, plain, salt.length, content.length);
            return aes.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /// Salt and content; empty when the ciphertext was not made with this key for this row.
    Optional<PayloadContent.Open> decrypt(byte[] nonce, byte[] ciphertext) {
        return decrypt(aesGcm(), nonce, ciphertext);
    }

    /// As [#decrypt(byte\[\], byte\[\])], with a cipher of [#aesGcm] that may serve for one payload
    /// after another.
    Optional<PayloadContent.Open> decrypt(Cipher aes, byte[] nonce, byte[] ciphertext) {
        try {
            begin(aes, Cipher.DECRYPT_MODE, nonce);
            byte[] plain = aes.doFinal(ciphertext);
            if (plain.length < PayloadCommitment.SALT_LENGTH) {
                return Optional.empty();
            }
            return Optional.of(
                    new PayloadContent.Open(
                            Arrays.copyOf(plain, PayloadCommitment.SALT_LENGTH),
                            Arrays.copyOfRange(
                                    plain, PayloadCommitment.SALT_LENGTH, plain.length)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private void begin(Cipher aes, int mode, byte[] nonce) throws GeneralSecurityException {
        aes.init(
                mode,
                new SecretKeySpec(key.secret(), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        aes.updateAAD(DOMAIN);
        aes.updateAAD(
                ByteBuffer.allocate(1 + 2 * Long.BYTES)
                        .put((byte) 0)
                        .putLong(payloadId)
                        .putLong(key.id())
                        .array());
        aes.updateAAD(kind.wireName().getBytes(StandardCharsets.US_ASCII));
    }
}
