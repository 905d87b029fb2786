package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.identity.SigningKey;

class NoteKeyTest {
    private static final String KNOWN = SignedNoteTest.KNOWN_KEY;

    @Test
    void theKnownKeyReadsAndWritesTheSame() {
        var key = NoteKey.parse(KNOWN);
        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.text()).isEqualTo(KNOWN);
        assertThat(NoteKey.parse(" " + KNOWN + "\n")).isEqualTo(key);
    }

    @Test
    void aKeyWhoseBase64HoldsAPlusReadsBack() {
        NoteKey withPlus;
        do {
            withPlus = new NoteKey("backlot.studio/x", SigningKey.generate().verificationKey());
        } while (withPlus.text().chars().filter(c -> c == '+').count() == 2);
        assertThat(NoteKey.parse(withPlus.text())).isEqualTo(withPlus);
    }

    @Test
    void anyOtherTextIsRefused() {
        for (String bad :
                List.of(
                        "",
                        "PeterNeumann",
                        "PeterNeumann+c74f20a3",
                        KNOWN.replace("c74f20a3", "c74f20a4"),
                        KNOWN.replace("c74f20a3", "C74F20A3"),
                        KNOWN.replace("PeterNeumann", "EnochRoot"),
                        KNOWN.replace("PeterNeumann", ""),
                        KNOWN.replace("PeterNeumann", "Peter Neumann"),
                        KNOWN.replace("+ARpc", "+AhpC"),
                        KNOWN.substring(0, KNOWN.length() - 4),
                        KNOWN + "AAAA",
                        KNOWN + "!",
                        "PeterNeumann+c74f20a3+AQ==")) {
            assertThatThrownBy(() -> NoteKey.parse(bad)).as(bad).isInstanceOf(MalformedNote.class);
        }
        assertThatThrownBy(() -> NoteKey.parse(KNOWN.replace("c74f20a3", "c74f20a4")))
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> NoteKey.parse("x")).hasMessageContaining("verification key");
    }

    @Test
    void aNameIsOneWordWithoutPlus() {
        var key = SigningKey.generate().verificationKey();
        for (String bad : List.of("", "a b", "a+b", "a\nb", "a\u2003b", "a\u0001b")) {
            assertThatThrownBy(() -> new NoteKey(bad, key))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new NoteKey("ünï.example/log", key).name()).isEqualTo("ünï.example/log");
    }
}
