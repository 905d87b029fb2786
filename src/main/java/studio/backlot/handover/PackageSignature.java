package studio.backlot.handover;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import studio.backlot.identity.SigningKey;
import studio.backlot.identity.VerificationKey;

/// The sender's Ed25519 signature over a manifest, made with their guarded key: base64 and a line
/// end.
///
/// Signed is `"backlot.package/1" ‖ 0x00 ‖ manifest`, so that the signature means nothing
/// elsewhere.
public final class PackageSignature {
    /// Bytes of a signature's text.
    public static final int LENGTH = 89;

    private static final byte[] DOMAIN = PackageManifest.SCHEMA.getBytes(StandardCharsets.US_ASCII);

    private PackageSignature() {}

    /// The signature's text.
    public static byte[] sign(byte[] manifest, SigningKey guarded) {
        return (Base64.getEncoder().encodeToString(guarded.sign(message(manifest))) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether this text is the signature of that key over the manifest.
    public static boolean verifies(byte[] manifest, byte[] signature, VerificationKey guarded) {
        if (signature.length != LENGTH || signature[LENGTH - 1] != '\n') {
            return false;
        }
        try {
            byte[] raw = Base64.getDecoder().decode(Arrays.copyOf(signature, LENGTH - 1));
            return guarded.verifies(message(manifest), raw);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(byte[] manifest) {
        var out = new ByteArrayOutputStream(DOMAIN.length + 1 + manifest.length);
        out.writeBytes(DOMAIN);
        out.write(0);
        out.writeBytes(manifest);
        return out.toByteArray();
    }
}
