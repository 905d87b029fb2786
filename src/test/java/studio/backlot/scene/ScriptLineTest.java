package studio.backlot.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptLineTest {
    private static final String SCRIPT =
            """
            Title: The Lamp Room
            Author: Ada

            INT. LAMP ROOM - NIGHT

            Brass and dust.
            A lens.

            HOLLIS (O.S.)
            (late)
            You are late.

            > CUT TO:

            !ALL IN CAPITALS

            @McCoy
            Aye.

            CUT TO:

            >centred<

            # Act two

            = she leaves

            ~song

            [[look up]]
            ===
            NOBODY
            """;

    private static List<ScriptElement> elements(String script) {
        return ScriptLine.allIn(script).stream()
                .map(ScriptLine::element)
                .filter(element -> element != ScriptElement.BLANK)
                .toList();
    }

    @Test
    void eachLineIsKnownByItsMarkOrByWhatStandsAroundIt() {
        assertThat(elements(SCRIPT))
                .containsExactly(
                        ScriptElement.TITLE,
                        ScriptElement.TITLE,
                        ScriptElement.HEADING,
                        ScriptElement.ACTION,
                        ScriptElement.ACTION,
                        ScriptElement.CHARACTER,
                        ScriptElement.PARENTHETICAL,
                        ScriptElement.DIALOGUE,
                        ScriptElement.TRANSITION,
                        ScriptElement.ACTION,
                        ScriptElement.CHARACTER,
                        ScriptElement.DIALOGUE,
                        ScriptElement.TRANSITION,
                        ScriptElement.CENTERED,
                        ScriptElement.SECTION,
                        ScriptElement.SYNOPSIS,
                        ScriptElement.LYRIC,
                        ScriptElement.NOTE,
                        ScriptElement.PAGE_BREAK,
                        ScriptElement.CHARACTER);
    }

    @Test
    void aNameIsOneOnlyWhereSomethingIsSaid() {
        assertThat(elements("\nTHE DOOR\n\nIt opens.\n"))
                .containsExactly(ScriptElement.ACTION, ScriptElement.ACTION);
        assertThat(ScriptLine.at("\nTHE DOOR\n\nIt opens.\n", 4).meant())
                .isEqualTo(ScriptElement.CHARACTER);
        assertThat(elements("\nTHE DOOR")).containsExactly(ScriptElement.CHARACTER);
        assertThat(elements("\n1984\nyears\n"))
                .containsExactly(ScriptElement.ACTION, ScriptElement.ACTION);
    }

    @Test
    void aLineReadByItselfIsTheOneOfTheWholeScript() {
        List<ScriptLine> lines = ScriptLine.allIn(SCRIPT);
        IntStream.range(0, SCRIPT.length())
                .forEach(offset -> {
                    ScriptLine here = ScriptLine.at(SCRIPT, offset);
                    assertThat(lines).as("at " + offset).contains(here);
                    assertThat(here.offset()).isLessThanOrEqualTo(offset);
                    assertThat(here.offset() + here.text().length()).isGreaterThanOrEqualTo(offset);
                });
    }

    @Test
    void theSameWordsBecomeAnotherElement() {
        ScriptLine line = ScriptLine.at("\nthe harbour", 3);
        assertThat(line.as(ScriptElement.HEADING)).isEqualTo(".THE HARBOUR");
        assertThat(line.as(ScriptElement.CHARACTER)).isEqualTo("THE HARBOUR");
        assertThat(line.as(ScriptElement.PARENTHETICAL)).isEqualTo("(the harbour)");
        assertThat(line.as(ScriptElement.TRANSITION)).isEqualTo("> THE HARBOUR");
        assertThat(line.as(ScriptElement.NOTE)).isEqualTo("[[the harbour]]");
        assertThat(line.as(ScriptElement.ACTION)).isEqualTo("the harbour");
        assertThat(ScriptLine.at("\nint. sea", 3).as(ScriptElement.HEADING)).isEqualTo("INT. SEA");
        assertThat(ScriptLine.at("\nINT. SEA", 3).as(ScriptElement.ACTION)).isEqualTo("!INT. SEA");
        assertThat(ScriptLine.at("\n", 1).as(ScriptElement.CHARACTER)).isEqualTo("@");
    }
}
