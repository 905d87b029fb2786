package studio.backlot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
    @Test
    void wordsArePartedByWhiteSpaceAndKeptTogetherByQuotes() {
        assertThat(
                        CommandWords.split(
                                "generate --prompt 'a lighthouse at dusk' --out  \"my plate.png\""))
                .containsExactly(
                        "generate", "--prompt", "a lighthouse at dusk", "--out", "my plate.png");
    }

    @Test
    void quotesMayStandInsideAWordAndAroundNothing() {
        assertThat(CommandWords.split("a'b c'd \"\" ''")).containsExactly("ab cd", "", "");
    }

    @Test
    void aBackslashEscapesAQuote() {
        assertThat(CommandWords.split("\"say \\\"dusk\\\"\" it\\'s 'C:\\x'"))
                .containsExactly("say \"dusk\"", "it's", "C:\\x");
    }

    @Test
    void anEmptyLineHasNoWords() {
        assertThat(CommandWords.split("  \t ")).isEmpty();
    }

    @Test
    void aQuoteLeftOpenIsNamed() {
        assertThatThrownBy(() -> CommandWords.split("generate 'dusk"))
                .hasMessageContaining("never closed");
    }
}
