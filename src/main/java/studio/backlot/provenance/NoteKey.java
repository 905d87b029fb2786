package studio.backlot.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.VerificationKey;

/// The public key of a log under the log's name, in the C2SP signed-note form `name+hash+key`
/// (c2sp.org/signed-note).
public record NoteKey(String name, VerificationKey key) {
    private static final byte ED25519 = 1;

    public NoteKey {
        if (name.isEmpty() || !name.chars().allMatch(NoteKey::isOfAName)) {
            throw new IllegalArgumentException(
                    "a log's name is not empty and has neither space nor plus: \"" + name + "\"");
        }
    }

    private static boolean isOfAName(int character) {
        return character != '+'
                && !Character.isWhitespace(character)
                && !Character.isISOControl(character);
    }

    /// The first four bytes of `SHA-256(name ‖ "\n" ‖ 0x01 ‖ key)`, by which a signature line names
    /// its key.
    byte[] keyHash() {
        var out = new ByteArrayOutputStream();
        out.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(typedKey());
        return Arrays.copyOf(ContentHash.of(out.toByteArray()).bytes(), 4);
    }

    /// The one-line text by which a key is given to others.
    public String text() {
        return name
                + "+"
                + HexFormat.of().formatHex(keyHash())
                + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    /// Reads the one-line text; throws [MalformedNote] saying what is wrong.
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        try {
            byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
            if (parts.length != 3 || typed.length != 33 || typed[0] != ED25519) {
                throw new MalformedNote(
                        "a verification key reads name+hash+key with an Ed25519 key");
            }
            var key =
                    new NoteKey(
                            parts[0], VerificationKey.ofBytes(Arrays.copyOfRange(typed, 1, 33)));
            if (!key.text().equals(text.strip())) {
                throw new MalformedNote(
                        "the hash inside the verification key does not belong to it");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a verification key: " + e.getMessage());
        }
    }

    private byte[] typedKey() {
        byte[] raw = key.bytes();
        byte[] typed = new byte[raw.length + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }
}
