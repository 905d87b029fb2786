package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;

class SignatoryTest {
    private final SigningKey key = SigningKey.generate();
    private final SigningKey other = SigningKey.generate();
    private final Signatory ana = Signatory.of("Ana", Role.ARTIST, key);

    @Test
    void anotherKeyOrAnotherRoleLeavesTheRestAsItWas() {
        assertThat(ana.with(other)).isEqualTo(Signatory.of("Ana", Role.ARTIST, other));
        assertThat(ana.in(Role.PRODUCER)).isEqualTo(Signatory.of("Ana", Role.PRODUCER, key));
    }

    @Test
    void theKeyThatIsNamedIsTheOneThatSigns() {
        assertThat(ana.maker().key()).contains(key.verificationKey().fingerprint());
        assertThatThrownBy(() -> new Signatory(ana.maker(), Optional.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ana is named with another key than the one that signs");
        assertThatThrownBy(() -> Signatory.unsigned(ana.maker()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
