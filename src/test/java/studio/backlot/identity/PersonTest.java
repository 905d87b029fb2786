package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    private static final PersonKeys KEYS =
            new PersonKeys(
                    SigningKey.generate().verificationKey(),
                    SigningKey.generate().verificationKey());

    private static Person person(String name, Role... roles) {
        return new Person(new UUID(1, 2), name, Set.of(roles), KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Zoë O’Neill-Çelik",
                "山田 太郎",
                "علی\u200cرضا", // joined apart, as Persian spells it
                "שרה כהן",
                "𝒜da",
                "a"
            })
    void namesOfAnyScriptAreNames(String name) {
        assertThatCode(() -> Person.requireName(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "Ada\n",
                "Ada\u0000",
                "Ada\u001b[31m",
                "Ada\u0085",
                "Ada\u2028",
                "Ada\u2029",
                "Ada\ud800",
                "\u202eadA",
                "\u202aAda\u202c",
                "\u202bAda",
                "\u202dAda",
                "\u2066Ada\u2069",
                "\u2067Ada",
                "\u2068Ada",
                "Ada\u202c",
                "Ada\u2069"
            })
    void whatBreaksALineOrTurnsItIsNoName(String name) {
        assertThatThrownBy(() -> Person.requireName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without control characters")
                .message()
                .matches("[\\P{C}]*");
    }

    @Test
    void aRefusalShowsTheNameWithAMarkForWhatWouldTurnIt() {
        assertThatThrownBy(() -> Person.requireName("\u202eAda\n"))
                .hasMessageEndingWith("not \"\uFFFDAda\uFFFD\"");
    }

    @Test
    void aNameIsAsLongAsTwoHundredCharacters() {
        assertThatCode(() -> Person.requireName("a".repeat(200))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Person.requireName("a".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> person("Ada\n", Role.ARTIST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonHasARole() {
        assertThat(person("Ada", Role.ARTIST, Role.WRITER).roles())
                .containsExactlyInAnyOrder(Role.ARTIST, Role.WRITER);
        assertThatThrownBy(() -> person("Ada"))
                .hasMessage("Ada needs at least one role: artist, writer or producer");
    }

    @Test
    void replacedKeysLeaveTheRestAsItWas() {
        var others =
                new PersonKeys(
                        SigningKey.generate().verificationKey(),
                        SigningKey.generate().verificationKey());
        Person ada = person("Ada", Role.ARTIST);
        assertThat(ada.withKeys(others))
                .isEqualTo(new Person(ada.id(), "Ada", Set.of(Role.ARTIST), others));
    }
}
