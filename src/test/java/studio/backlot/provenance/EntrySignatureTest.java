package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.identity.SigningKey;

class EntrySignatureTest {
    private static final byte[] ENTRY = "an entry".getBytes(StandardCharsets.UTF_8);

    private final SigningKey key = SigningKey.generate();
    private final EntrySignature signature = EntrySignature.of(ENTRY, key);

    @Test
    void aSignatureIsByItsKeyOverItsBytesOnly() {
        assertThat(signature.base64()).hasSize(88);
        assertThat(signature.isBy(key.verificationKey(), ENTRY)).isTrue();
        assertThat(signature.isBy(SigningKey.generate().verificationKey(), ENTRY)).isFalse();
        assertThat(signature.isBy(key.verificationKey(), new byte[0])).isFalse();
    }

    @Test
    void onlySixtyFourBytesInTheOneFormOfBase64AreASignature() {
        String zeros = Base64.getEncoder().encodeToString(new byte[64]);
        assertThat(new EntrySignature(zeros).base64()).isEqualTo(zeros);

        for (String other :
                List.of(
                        "",
                        "no base64 at all",
                        Base64.getEncoder().encodeToString(new byte[63]),
                        Base64.getEncoder().encodeToString(new byte[65]),
                        zeros.substring(0, 86),
                        zeros.substring(0, 85) + "B==")) {
            assertThatThrownBy(() -> new EntrySignature(other))
                    .as(other)
                    .isInstanceOf(MalformedEntry.class)
                    .hasMessage(
                            "its signature is not an Ed25519 signature in 88 base64 characters");
        }
    }
}
