package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
    private static final LookAlikes LOOK_ALIKES = new LookAlikes();

    private static FoldedText of(String text) {
        return FoldedText.of(text, LOOK_ALIKES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x301, 0x20dd, 0xad, 0x200b, 0xfe0f, 0x115f, 0x1160, 0x3164, 0xffa0})
    void whatCannotBeSeenIsLeftOut(int unseen) {
        FoldedText text = of("a" + Character.toString(unseen) + "b");

        assertThat(text.length()).isEqualTo(2);
        assertThat(text.plain(0, 2)).isEqualTo("ab");
        assertThat(text.at(1).from()).isEqualTo(2);
        assertThat(text.at(1).to()).isEqualTo(3);
    }

    @Test
    void aSignStandsForItsPlainLetterFirstThenForWhatItResembles() {
        assertThat(of("É").at(0).spellings()).startsWith("e");
        assertThat(of("ü").at(0).spellings()).startsWith("u", "ue");
        assertThat(of("ǿ").at(0).spellings()).startsWith("o", "oe");
        assertThat(of("𝓙").at(0).spellings()).startsWith("j");
        assertThat(of("ﬁ").at(0).spellings()).startsWith("fi");
        assertThat(of("Р").at(0).spellings()).contains("р", "p");
        assertThat(of("３").at(0).spellings()).containsExactly("e");
        assertThat(of("!").at(0).spellings()).containsExactly("i", "l");
        assertThat(of("-").at(0).spellings()).isEmpty();
    }

    @Test
    void aLetterIsOneOfAnyScriptAndNoDigitOrMark() {
        FoldedText text = of("aЯ字3!");

        for (int i = 0; i < text.length(); i++) {
            assertThat(text.isLetter(i)).as("%d", i).isEqualTo(i < 3);
        }
        assertThat(text.isLetter(-1)).isFalse();
        assertThat(text.isLetter(5)).isFalse();
    }

    @Test
    void capitalsAreSeenInAnyStyle() {
        FoldedText text = of("aBⒸǅé1");

        assertThat(text.isCapital(0)).isFalse();
        assertThat(text.isCapital(1)).isTrue();
        assertThat(text.isCapital(2)).isTrue();
        assertThat(text.isCapital(3)).isTrue();
        assertThat(text.isCapital(4)).isFalse();
        assertThat(text.isCapital(5)).isFalse();
        assertThat(text.isCapital(-1)).isFalse();
        assertThat(text.isCapital(6)).isFalse();
    }

    @Test
    void aWordGoesFromItsFirstLetterToBehindItsLast() {
        FoldedText text = of("ab, cde");

        assertThat(text.wordStart(1)).isZero();
        assertThat(text.wordEnd(0)).isEqualTo(2);
        assertThat(text.wordEnd(2)).isEqualTo(2);
        assertThat(text.wordStart(6)).isEqualTo(4);
        assertThat(text.wordEnd(4)).isEqualTo(7);
    }

    @Test
    void theWordsBeforeAreThoseOfTheSameClauseTheNearestLast() {
        FoldedText text = of("rain. one two-three four");

        assertThat(text.wordsBefore(20, 2)).containsExactly("two", "three");
        assertThat(text.wordsBefore(20, 9)).containsExactly("one", "two", "three");
        assertThat(text.wordsBefore(0, 2)).isEmpty();
        assertThat(text.wordsBefore(5, 2)).isEmpty();
        assertThat(of("a b").wordsBefore(2, 1)).containsExactly("a");
    }

    @Test
    void theWordsFromASignAreThoseOfTheSameClauseTheNearestFirst() {
        FoldedText text = of("one two-three, four");

        assertThat(text.wordsFrom(3, 2)).containsExactly("two", "three");
        assertThat(text.wordsFrom(0, 2)).containsExactly("one", "two");
        assertThat(text.wordsFrom(0, 9)).containsExactly("one", "two", "three");
        assertThat(text.wordsFrom(13, 9)).isEmpty();
        assertThat(text.wordsFrom(14, 9)).containsExactly("four");
    }

    @Test
    void onlyTheLaterOfThreeSameLettersAreDrawnOut() {
        FoldedText text = of("baaád ee aaa");

        assertThat(text.isDrawnOut(0)).isFalse();
        assertThat(text.isDrawnOut(1)).isFalse();
        assertThat(text.isDrawnOut(2)).isTrue();
        assertThat(text.isDrawnOut(3)).isTrue();
        assertThat(text.isDrawnOut(4)).isFalse();
        assertThat(text.isDrawnOut(7)).isFalse();
        assertThat(text.isDrawnOut(11)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00a0", "\u2003", "\u2800"})
    void spacesOfAllKindsAreSpaces(String space) {
        assertThat(of("a" + space + "b").isSpace(1)).isTrue();
        assertThat(of("a" + space + "b").isSpace(0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "ひ", "カ", "ไ", "ខ", "ລ", "မ"})
    void somePeopleWriteWithoutSpaces(String letter) {
        assertThat(of(letter).isWithoutSpaces(0)).isTrue();
        assertThat(of("aЯ").isWithoutSpaces(0)).isFalse();
        assertThat(of("aЯ").isWithoutSpaces(1)).isFalse();
    }
}
