package studio.backlot.identity.keyring;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.WrongPassphrase;

/// One secret, encrypted under a passphrase: what PKCS #8 calls `EncryptedPrivateKeyInfo`, as JSON.
///
/// The key comes from PBKDF2-HMAC-SHA-256 (RFC 8018), the encryption is AES-256-GCM (NIST SP
/// 800-38D) with the header as additional data, so that no parameter and no name can be exchanged.
/// `sum` is a plain SHA-256 of the rest: it tells a damaged file from a wrong passphrase, and
/// protects against nothing.
record SealedSecret(JsonObject header, byte[] ciphertext) {
    private static final String FORMAT = "backlot.secret/1";
    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    /// A file that asks for more than this, half a minute of work, was not written by us.
    private static final long MOST_ITERATIONS = 100_000_000;

    static SealedSecret seal(
            String name, byte[] secret, Passphrase passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        JsonObject header =
                new JsonBuilder()
                        .put("format", FORMAT)
                        .put("name", name)
                        .put("derivation", "PBKDF2-HMAC-SHA256")
                        .put("iterations", passphrase.iterations())
                        .put("salt", HexFormat.of().formatHex(salt))
                        .put("cipher", "AES-256-GCM")
                        .put("nonce", HexFormat.of().formatHex(nonce))
                        .build();
        try {
            return new SealedSecret(
                    header, cipher(Cipher.ENCRYPT_MODE, header, passphrase).doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /// Reads a file's bytes; throws [SecretDamaged] when they are not what was once written for
    /// this name.
    static SealedSecret parse(String name, byte[] file) {
        try {
            JsonObject json = JsonReader.parseObject(file);
            JsonObject header =
                    json.object("header")
                            .orElseThrow(() -> new SecretDamaged(name, "it has no header"));
            byte[] ciphertext = hex(json, "ciphertext");
            var sealed = new SealedSecret(header, ciphertext);
            if (!sealed.sum().equals(json.text("sum").orElse(""))) {
                throw new SecretDamaged(name, "its bytes have changed");
            }
            sealed.requireKnown(name);
            return sealed;
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new SecretDamaged(name, "its file is not readable (" + e.getMessage() + ")");
        }
    }

    private void requireKnown(String name) {
        Optional<String> format = header.text("format");
        if (!format.equals(Optional.of(FORMAT))) {
            throw new SecretDamaged(
                    name,
                    "its format is "
                            + format.orElse("not named")
                            + ", and this version reads "
                            + FORMAT);
        }
        if (!header.text("name").equals(Optional.of(name))) {
            throw new SecretDamaged(name, "its file holds a secret of another name");
        }
        if (hex(header, "salt").length != SALT_LENGTH
                || hex(header, "nonce").length != NONCE_LENGTH) {
            throw new SecretDamaged(name, "salt or nonce has a wrong length");
        }
        long iterations = header.number("iterations").map(JsonNumber::asLong).orElse(0L);
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new SecretDamaged(
                    name, "it asks for " + iterations + " rounds of key derivation");
        }
    }

    /// The secret. Throws [WrongPassphrase] when it does not open.
    byte[] open(Passphrase passphrase) {
        try {
            return cipher(Cipher.DECRYPT_MODE, header, passphrase).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new WrongPassphrase(header.text("name").orElse(""), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, JsonObject header, Passphrase passphrase)
            throws GeneralSecurityException {
        int iterations =
                Math.toIntExact(header.number("iterations").map(JsonNumber::asLong).orElse(0L));
        var spec =
                new PBEKeySpec(passphrase.characters(), hex(header, "salt"), iterations, KEY_BITS);
        byte[] key =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, hex(header, "nonce")));
        cipher.updateAAD(CanonicalJson.bytes(header));
        return cipher;
    }

    private static byte[] hex(JsonObject json, String name) {
        return HexFormat.of().parseHex(json.text(name).orElse(""));
    }

    /// The bytes of the file.
    byte[] bytes() {
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("header", header)
                        .put("ciphertext", HexFormat.of().formatHex(ciphertext))
                        .put("sum", sum())
                        .build());
    }

    private String sum() {
        return ContentHash.of(
                        CanonicalJson.bytes(
                                new JsonBuilder()
                                        .put("header", header)
                                        .put("ciphertext", HexFormat.of().formatHex(ciphertext))
                                        .build()))
                .hex();
    }
}
