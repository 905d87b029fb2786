package studio.backlot.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import studio.backlot.base.ContentHash;

/// The salted hash that stands in the chain for an erasable text.
///
/// `SHA-256(domain ‖ 0x00 ‖ kind ‖ 0x00 ‖ salt ‖ length ‖ content)` with a salt of 32 random bytes
/// and the content's length as 8 big-endian bytes: hiding because of the salt, binding because of
/// SHA-256, and of no use in another place because of the domain.
public final class PayloadCommitment {
    /// Bytes of salt.
    public static final int SALT_LENGTH = 32;

    private static final byte[] DOMAIN = "backlot.payload/1".getBytes(StandardCharsets.US_ASCII);

    private PayloadCommitment() {}

    /// The commitment to a content under a salt of [#SALT_LENGTH] bytes.
    public static ContentHash of(PayloadKind kind, byte[] salt, byte[] content) {
        return ContentHash.ofDigest(digest(kind, salt, content));
    }

    /// The 32 bytes of [#of].
    static byte[] digest(PayloadKind kind, byte[] salt, byte[] content) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException(
                    "a salt has " + SALT_LENGTH + " bytes, not " + salt.length);
        }
        MessageDigest digest = ContentHash.sha256();
        digest.update(DOMAIN);
        digest.update((byte) 0);
        digest.update(kind.wireName().getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) 0);
        digest.update(salt);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
        digest.update(content);
        return digest.digest();
    }
}
