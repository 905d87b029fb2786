package studio.backlot.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SceneHeadingTest {
    private static List<String> headings(String script) {
        return SceneHeading.allIn(script).stream().map(SceneHeading::text).toList();
    }

    @Test
    void aLineOfPlaceAndTimeAfterAnEmptyOneBeginsAScene() {
        String script =
                "INT. KITCHEN - DAY\n\nShe waits.\n\next. harbour - dusk\n\nI/E CAR - NIGHT\n\nEST. CITY\n";
        assertThat(headings(script))
                .containsExactly(
                        "INT. KITCHEN - DAY",
                        "ext. harbour - dusk",
                        "I/E CAR - NIGHT",
                        "EST. CITY");
    }

    @Test
    void aLineInTheMiddleOfOthersBeginsNone() {
        assertThat(headings("She reads:\nINT. KITCHEN - DAY\n")).isEmpty();
        assertThat(headings("INTERIOR MONOLOGUE\n\nEXTRA WORK\n\nINTO THE WOODS\n")).isEmpty();
    }

    @Test
    void oneDotForcesAHeadingAndThreeDoNot() {
        assertThat(headings(".SNIPER SCOPE\n\n...and then\n\n. \n"))
                .containsExactly("SNIPER SCOPE");
    }

    @Test
    void theNumberOfAWriterIsKeptApart() {
        SceneHeading heading = SceneHeading.allIn("\nINT. HOUSE - DAY #12A#\n").getFirst();
        assertThat(heading.text()).isEqualTo("INT. HOUSE - DAY");
        assertThat(heading.number()).isEqualTo(Optional.of("12A"));
        assertThat(heading.offset()).isEqualTo(1);
    }

    @Test
    void theTextMayEndWithoutALineAndUseWindowsLines() {
        assertThat(headings("INT. A\r\n\r\nEXT. B")).containsExactly("INT. A", "EXT. B");
        assertThat(headings("")).isEmpty();
    }
}
