package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    private final LookAlikes lookAlikes = new LookAlikes();

    @Test
    void aSignOfAnotherScriptLooksLikeOneLetterOrSeveral() {
        assertThat(lookAlikes.resembled('а')).containsExactly("a");
        assertThat(lookAlikes.resembled('1')).containsExactly("i", "l");
        assertThat(lookAlikes.resembled('~')).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1f1e6, a", "1f1ff, z", "1f150, a", "1f169, z", "1f170, a", "1f189, z"})
    void lettersInSquaresAndCirclesAreThoseLetters(String character, String letter) {
        assertThat(lookAlikes.resembled(Integer.parseInt(character, 16))).containsExactly(letter);
    }

    @ParameterizedTest
    @CsvSource({"1f1e5", "1f200", "1f14f", "1f16a", "1f16f", "1f18a"})
    void theirNeighboursAreNoLetters(String character) {
        assertThat(lookAlikes.resembled(Integer.parseInt(character, 16))).isEmpty();
    }

    @Test
    void aLetterOfAnotherLanguageIsSpelledPlainlyFirst() {
        assertThat(lookAlikes.spellings('ü')).containsExactly("u", "ue");
        assertThat(lookAlikes.spellings('u')).isEmpty();
    }
}
