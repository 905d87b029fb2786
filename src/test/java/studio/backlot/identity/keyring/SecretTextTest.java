package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.identity.SecretDamaged;

class SecretTextTest {
    @Test
    void everySecretComesBackAndNoneIsAnEmptyText() {
        for (byte[] secret : new byte[][] {{}, {0}, {-1, 0, 7}}) {
            assertThat(SecretText.of(secret)).isNotEmpty().matches("\\p{ASCII}+");
            assertThat(SecretText.parse("key", SecretText.of(secret))).isEqualTo(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "base64:?", "base64:A"})
    void aTextOfSomebodyElseIsDamage(String text) {
        assertThatThrownBy(() -> SecretText.parse("key", text))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("\"key\"");
    }
}
