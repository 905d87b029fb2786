package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.identity.SigningKey;

class KnownKeyTest {
    private final NoteKey key =
            new NoteKey("backlot/reel", SigningKey.generate().verificationKey());
    private final ContentHash fingerprint = key.key().fingerprint();

    @Test
    void aKeyIsKnownByItsTextOrItsFingerprint() {
        KnownKey.Fingerprint known = new KnownKey.Fingerprint(fingerprint);
        String colons = HexFormat.ofDelimiter(":").formatHex(fingerprint.bytes());

        assertThat(KnownKey.parse(key.text())).isEqualTo(new KnownKey.Whole(key));
        assertThat(KnownKey.parse(colons.toUpperCase(Locale.ROOT))).isEqualTo(known);
        assertThat(KnownKey.parse(String.join("\n", FingerprintWords.lines(fingerprint))))
                .isEqualTo(known);
    }

    @Test
    void itIsThatKeyAndNoOther() {
        NoteKey other = new NoteKey("backlot/reel", SigningKey.generate().verificationKey());

        for (KnownKey known :
                new KnownKey[] {new KnownKey.Whole(key), new KnownKey.Fingerprint(fingerprint)}) {
            assertThat(known.isOf(key)).isTrue();
            assertThat(known.isOf(other)).isFalse();
        }
    }

    @Test
    void whatIsNeitherIsRefusedAsWhatItResembles() {
        assertThatThrownBy(() -> KnownKey.parse("topmost Istanbul"))
                .isInstanceOf(MalformedNote.class)
                .hasMessage("not a verification key: a fingerprint has 32 words, these are 2");
        for (String noWords : List.of("topmost", " topmost ", "a name+with a plus")) {
            assertThatThrownBy(() -> KnownKey.parse(noWords))
                    .as(noWords)
                    .isInstanceOf(MalformedNote.class)
                    .message()
                    .doesNotContain("words");
        }
    }
}
