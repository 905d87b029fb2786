package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final byte[] MESSAGE = {4, 5, 6};

    @Test
    void aKeyFromItsSecretSignsForTheSamePublicHalf() {
        SigningKey key = SigningKey.generate();

        SigningKey again = SigningKey.ofSecret(key.secret());

        assertThat(again.verificationKey()).isEqualTo(key.verificationKey());
        assertThat(key.verificationKey().verifies(MESSAGE, again.sign(MESSAGE))).isTrue();
        assertThat(SigningKey.generate().verificationKey().verifies(MESSAGE, again.sign(MESSAGE)))
                .isFalse();
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() {
        byte[] secret = SigningKey.generate().secret();
        System.arraycopy(SigningKey.generate().secret(), 0, secret, 0, 32);

        assertThatThrownBy(() -> SigningKey.ofSecret(secret))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofSecret(new byte[10]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
