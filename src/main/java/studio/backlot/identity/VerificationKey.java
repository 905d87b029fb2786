package studio.backlot.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import studio.backlot.base.ContentHash;

/// The public half of an Ed25519 key (RFC 8032): 32 bytes, written as 64 hexadecimal digits.
public record VerificationKey(String hex) {
    /// The DER head of an Ed25519 `SubjectPublicKeyInfo` (RFC 8410 §4).
    static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerificationKey {
        if (!ContentHash.isHex(hex)) {
            throw new IllegalArgumentException(
                    "not an Ed25519 public key in 64 lower-case hexadecimal digits: \""
                            + hex
                            + "\"");
        }
    }

    public static VerificationKey ofBytes(byte[] raw) {
        return new VerificationKey(HexFormat.of().formatHex(raw));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// SHA-256 of the 32 key bytes, by which people compare keys.
    public ContentHash fingerprint() {
        return ContentHash.of(bytes());
    }

    /// Whether this key made the signature over the message; false for a malformed key or signature
    /// as well.
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] raw = bytes();
        byte[] spki = new byte[SPKI_HEAD.length + raw.length];
        System.arraycopy(SPKI_HEAD, 0, spki, 0, SPKI_HEAD.length);
        System.arraycopy(raw, 0, spki, SPKI_HEAD.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }
}
