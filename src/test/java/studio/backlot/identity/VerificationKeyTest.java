package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class VerificationKeyTest {
    /// RFC 8032 §7.1, test 3.
    private static final String SEED =
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";

    private static final String PUBLIC =
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private static final String MESSAGE = "af82";
    private static final String SIGNATURE =
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
    private static final String PKCS8_HEAD = "302e020100300506032b657004220420";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void theVectorOfTheRfcSignsAndVerifies() {
        var key = SigningKey.ofSecret(hex(PUBLIC + PKCS8_HEAD + SEED));
        assertThat(key.verificationKey().hex()).isEqualTo(PUBLIC);
        assertThat(key.sign(hex(MESSAGE))).isEqualTo(hex(SIGNATURE));
        assertThat(key.verificationKey().verifies(hex(MESSAGE), hex(SIGNATURE))).isTrue();
    }

    @Test
    void aKeySurvivesBeingKept() {
        var key = SigningKey.generate();
        var again = SigningKey.ofSecret(key.secret());
        byte[] message = {1, 2, 3, 4};
        assertThat(again.verificationKey()).isEqualTo(key.verificationKey());
        assertThat(again.sign(message)).isEqualTo(key.sign(message));
        assertThat(SigningKey.generate().verificationKey()).isNotEqualTo(key.verificationKey());
    }

    @Test
    void aSignatureHoldsForItsMessageAndKeyOnly() {
        var key = SigningKey.generate();
        byte[] message = "message".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] signature = key.sign(message);
        assertThat(signature).hasSize(64);
        assertThat(key.verificationKey().verifies(message, signature)).isTrue();
        assertThat(SigningKey.generate().verificationKey().verifies(message, signature)).isFalse();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(key.verificationKey().verifies(message, changed)).isFalse();
        }
        assertThat(key.verificationKey().verifies(new byte[0], signature)).isFalse();
        assertThat(key.verificationKey().verifies(message, Arrays.copyOf(signature, 63))).isFalse();
        assertThat(key.verificationKey().verifies(message, new byte[0])).isFalse();
    }

    @Test
    void bytesThatAreNoKeyAreRefused() {
        byte[] whole = SigningKey.generate().secret();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SigningKey.ofSecret(cut))
                    .as("%d bytes", cut.length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        byte[] mixed = SigningKey.generate().secret();
        System.arraycopy(whole, 0, mixed, 0, 32);
        assertThatThrownBy(() -> SigningKey.ofSecret(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void aVerificationKeyIsItsThirtyTwoBytes() {
        var key = VerificationKey.ofBytes(hex(PUBLIC));
        assertThat(key.hex()).isEqualTo(PUBLIC);
        assertThat(key.bytes()).isEqualTo(hex(PUBLIC));
        assertThat(key.fingerprint()).isEqualTo(ContentHash.of(hex(PUBLIC)));
        assertThatThrownBy(() -> new VerificationKey("fc51"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fc51");
        assertThatThrownBy(() -> new VerificationKey(PUBLIC.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new VerificationKey("ff".repeat(32)).verifies(hex(MESSAGE), hex(SIGNATURE)))
                .isFalse();
    }
}
