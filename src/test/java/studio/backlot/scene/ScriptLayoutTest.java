package studio.backlot.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptLayoutTest {
    @Test
    void scenesAreMeasuredInEighthsAndBeginOnTheirPage() {
        String script = "INT. A\n\n" + "Line.\n".repeat(53) + "\nEXT. B\n\nShort.\n";
        ScriptLayout layout = ScriptLayout.of(script);

        assertThat(layout.pages()).isEqualTo(2);
        assertThat(layout.scenes()).hasSize(2);
        assertThat(layout.scenes().getFirst().eighths()).isEqualTo(8);
        assertThat(layout.scenes().getLast().eighths()).isEqualTo(1);
        assertThat(layout.scenes().getLast().page()).isEqualTo(2);
        assertThat(layout.pageAt(0)).isEqualTo(1);
        assertThat(layout.pageAt(script.length())).isEqualTo(2);
    }

    @Test
    void longLinesWrapAndWhatIsNotPrintedTakesNoRoom() {
        String action = "word ".repeat(13);
        assertThat(ScriptLayout.of("INT. A\n\n" + action + "\n").scenes().getFirst().eighths())
                .isEqualTo(1);
        assertThat(ScriptLayout.of("# one\n= two\n".repeat(200)).pages()).isEqualTo(1);
        assertThat(ScriptLayout.of("").pages()).isEqualTo(1);
        assertThat(ScriptLayout.of("A\n\n===\n\nB").pages()).isEqualTo(2);
    }
}
