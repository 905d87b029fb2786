package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import studio.backlot.provenance.PayloadKind;

class PayloadCipherTest {
    /// Made with Python's `cryptography` 48.0.0: AESGCM(00…1f).encrypt(00…0b, 32 × 07 ‖ "a
    /// harbour", domain ‖ 00 ‖ ids ‖ kind).
    private static final String KNOWN =
            "4005d11cc2e2c51c8a46908cb6ee7f6a84d18033f77c587b3f60e2821a6e07b5"
                    + "6030c69ddda37ded062793db83d7c8d3ddbda6d6e035a79266";

    private static final byte[] NONCE = ascending(12);
    private static final byte[] CONTENT = "a harbour".getBytes(StandardCharsets.US_ASCII);
    private static final PayloadKey KEY = new PayloadKey(1L << 61, ascending(32));

    private static byte[] salt() {
        byte[] salt = new byte[32];
        Arrays.fill(salt, (byte) 7);
        return salt;
    }

    private static byte[] ascending(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void itIsTheAesGcmOfItsDocumentation() {
        byte[] ciphertext =
                new PayloadCipher(5, KEY, PayloadKind.PROMPT).encrypt(NONCE, salt(), CONTENT);
        assertThat(HexFormat.of().formatHex(ciphertext)).isEqualTo(KNOWN);
    }

    @Test
    void itOpensInItsOwnPlaceOnly() {
        byte[] ciphertext = HexFormat.of().parseHex(KNOWN);
        var open =
                new PayloadCipher(5, KEY, PayloadKind.PROMPT)
                        .decrypt(NONCE, ciphertext)
                        .orElseThrow();
        assertThat(open.salt()).isEqualTo(salt());
        assertThat(open.content()).isEqualTo(CONTENT);
        var otherId = new PayloadKey(1, KEY.secret());
        var otherSecret = new PayloadKey(KEY.id(), new byte[32]);
        var noSecret = new PayloadKey(KEY.id(), new byte[31]);
        assertThat(new PayloadCipher(6, KEY, PayloadKind.PROMPT).decrypt(NONCE, ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, KEY, PayloadKind.NOTE).decrypt(NONCE, ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, otherId, PayloadKind.PROMPT).decrypt(NONCE, ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, otherSecret, PayloadKind.PROMPT).decrypt(NONCE, ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, noSecret, PayloadKind.PROMPT).decrypt(NONCE, ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, KEY, PayloadKind.PROMPT).decrypt(new byte[12], ciphertext))
                .isEmpty();
        assertThat(new PayloadCipher(5, KEY, PayloadKind.PROMPT).decrypt(NONCE, new byte[0]))
                .isEmpty();
    }

    @Test
    void anEmptyContentStillHasItsSalt() {
        var cipher = new PayloadCipher(1, KEY, PayloadKind.NOTE);
        byte[] ciphertext = cipher.encrypt(NONCE, salt(), new byte[0]);
        assertThat(cipher.decrypt(NONCE, ciphertext).orElseThrow().content()).isEmpty();
        byte[] tooShort = cipher.encrypt(NONCE, new byte[31], new byte[0]);
        assertThat(cipher.decrypt(NONCE, tooShort)).isEmpty();
    }
}
