package studio.backlot.provenance;

import java.util.Base64;
import studio.backlot.identity.SigningKey;
import studio.backlot.identity.VerificationKey;

/// The Ed25519 signature of a person's key over an entry's canonical bytes without the member
/// `signature`, as the 88 base64 characters that the entry holds.
public record EntrySignature(String base64) {
    private static final int LENGTH = 64;

    public EntrySignature {
        if (!isSignature(base64)) {
            throw new MalformedEntry(
                    "its signature is not an Ed25519 signature in 88 base64 characters");
        }
    }

    private static boolean isSignature(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == LENGTH && Base64.getEncoder().encodeToString(bytes).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Signs the bytes of an entry that has no signature yet.
    static EntrySignature of(byte[] unsigned, SigningKey key) {
        return new EntrySignature(Base64.getEncoder().encodeToString(key.sign(unsigned)));
    }

    /// Whether this key made it over the bytes of the entry without it.
    public boolean isBy(VerificationKey key, byte[] unsigned) {
        return key.verifies(unsigned, Base64.getDecoder().decode(base64));
    }
}
