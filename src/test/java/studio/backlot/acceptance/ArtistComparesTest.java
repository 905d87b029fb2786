package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.ui.widget.ComparePane;

/// An artist looks at takes beside each other: two in one place, the one before while a key is
/// held, and all of them as a sheet.
class ArtistComparesTest {
    @TempDir private Path temporary = Path.of("");

    private WindowDriver threeTakes() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        art.plateInSlot(8);
        art.plateInSlot(9);
        WindowDriver window = art.window();
        ArtDesk.takes(window, 3);
        window.until("the newest is on the canvas", () -> window.isSeen("canvas-name"));
        return window;
    }

    @Test
    void twoTakesLieInOnePlacePartedByALine() throws Exception {
        try (WindowDriver window = threeTakes()) {
            window.click("compare-open");
            var pane = (ComparePane) window.seen("compare");
            window.click("canvas").press(KeyCode.RIGHT);
            assertThat(WindowDriver.onWindowThread(() -> pane.line(0))).isGreaterThan(0.5);
            window.press(KeyCode.ESCAPE);
            window.until("the one picture is back", () -> !window.isSeen("compare"));
        }
    }

    @Test
    void theTakeBeforeIsShownAsLongAsTheKeyIsHeld() throws Exception {
        try (WindowDriver window = threeTakes()) {
            window.click("canvas");
            String now = window.text("canvas-name");
            window.hold(
                    KeyCode.Q,
                    () ->
                            window.until(
                                    "the take before is shown",
                                    () -> !window.text("canvas-name").equals(now)));
            window.until("the take is back", () -> window.text("canvas-name").equals(now));
        }
    }

    @Test
    void theSheetIsWorkedByKeys() throws Exception {
        try (WindowDriver window = threeTakes()) {
            window.click("canvas");
            String newest = window.text("canvas-name");
            window.press(KeyCode.G);
            window.seen("contact-sheet");
            window.press(KeyCode.RIGHT).press(KeyCode.S).press(KeyCode.ENTER);
            window.until("the canvas is back", () -> !window.isSeen("contact-sheet"));
            window.until(
                    "it is starred",
                    () ->
                            window.items("takes").stream()
                                    .anyMatch(take -> take.contains("isStarred=true")));
            window.until(
                    "the chosen take is on it", () -> !window.text("canvas-name").equals(newest));
            window.press(KeyCode.G).press(KeyCode.X).press(KeyCode.ESCAPE);
            ArtDesk.takes(window, 2);
            window.says("message-text", "Take hidden");
        }
    }
}
