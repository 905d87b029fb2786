package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.WrongPassphrase;

class SealedSecretTest {
    private static final byte[] SECRET = {7, 0, -7};

    private final SecureRandom random = new SecureRandom();

    private SealedSecret seal() {
        return SealedSecret.seal("key", SECRET, Passphrase.none(), random);
    }

    /// The file that somebody makes who changes a header and knows how the sum is made.
    private static byte[] withHeader(SealedSecret sealed, JsonObject header) {
        return new SealedSecret(header, sealed.ciphertext()).bytes();
    }

    private static JsonObject changed(JsonObject header, String member, JsonValue value) {
        var members = new LinkedHashMap<>(header.members());
        members.put(member, value);
        return new JsonObject(members);
    }

    @Test
    void everySecretHasASaltAndANonceOfItsOwn() {
        JsonObject one = seal().header();
        JsonObject other = seal().header();
        for (String member : new String[] {"salt", "nonce"}) {
            byte[] bytes = HexFormat.of().parseHex(one.text(member).orElseThrow());
            assertThat(bytes).isNotEqualTo(new byte[bytes.length]);
            assertThat(one.text(member)).isNotEqualTo(other.text(member));
        }
    }

    @Test
    void aHeaderThatWasExchangedDoesNotOpen() {
        SealedSecret sealed = seal();
        byte[] file = withHeader(sealed, changed(sealed.header(), "years", JsonNumber.of(7)));

        SealedSecret read = SealedSecret.parse("key", file);

        assertThatThrownBy(() -> read.open(Passphrase.none())).isInstanceOf(WrongPassphrase.class);
        assertThat(SealedSecret.parse("key", sealed.bytes()).open(Passphrase.none()))
                .isEqualTo(SECRET);
    }

    @Test
    void asManyRoundsAsAreBearableAreAcceptedAndNoMore() {
        SealedSecret sealed = seal();
        for (long rounds : new long[] {1, 100_000_000}) {
            byte[] file =
                    withHeader(
                            sealed, changed(sealed.header(), "iterations", JsonNumber.of(rounds)));
            assertThatCode(() -> SealedSecret.parse("key", file)).doesNotThrowAnyException();
        }
        for (long rounds : new long[] {0, 100_000_001}) {
            byte[] file =
                    withHeader(
                            sealed, changed(sealed.header(), "iterations", JsonNumber.of(rounds)));
            assertThatThrownBy(() -> SealedSecret.parse("key", file))
                    .isInstanceOf(SecretDamaged.class)
                    .hasMessageContaining("it asks for " + rounds + " rounds");
        }
    }

    @Test
    void aFormatOfAnotherVersionIsNamed() {
        SealedSecret sealed = seal();
        JsonObject header = changed(sealed.header(), "format", new JsonString("backlot.secret/2"));
        byte[] file = withHeader(sealed, header);
        assertThatThrownBy(() -> SealedSecret.parse("key", file))
                .hasMessageContaining("its format is backlot.secret/2");
    }
}
