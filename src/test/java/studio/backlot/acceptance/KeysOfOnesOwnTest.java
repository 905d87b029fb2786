package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;

/// A person gives commands other keys in the map of keys; they act at once and after the next
/// start, and the program's own come back.
class KeysOfOnesOwnTest {
    @TempDir private Path temporary = Path.of("");

    private WindowDriver window() throws Exception {
        return WindowDriver.open(temporary.resolve("app"), temporary.resolve("shows"));
    }

    @Test
    void keysAreTakenFromAnotherCommandKeptAndGivenBack() throws Exception {
        try (WindowDriver window = window()) {
            window.says("seal", "Recorded");
            window.press(KeyCode.F1).type("keys-field", "go to");
            window.click("key-shell-room-review");
            window.says("keys-asking", "Press the new keys for \u201cGo to Review\u201d");
            window.press(KeyCode.ALT, KeyCode.DIGIT1);
            window.says("keys-asking", "Alt+1 already does \u201cGo to Art\u201d");
            window.click("keys-take");
            window.says("key-shell-room-review", "Alt+1");
            window.says("key-shell-room-art", "none");
            window.click("keys-close").press(KeyCode.ALT, KeyCode.DIGIT1);
            window.until("Review is shown", () -> window.isSeen("review"));
            giveAnotherKeyToFlip(window);
            window.press(KeyCode.SHORTCUT, KeyCode.K).type("palette-field", "go to review");
            assertThat(window.isSeen("palette-list")).isTrue();
            window.press(KeyCode.ESCAPE);
        }
        try (WindowDriver window = window()) {
            window.says("seal", "Recorded");
            window.press(KeyCode.ALT, KeyCode.DIGIT2);
            window.until("Script is shown", () -> window.isSeen("script"));
            window.press(KeyCode.ALT, KeyCode.DIGIT1);
            window.until("Review is shown", () -> window.isSeen("review"));
            window.press(KeyCode.F1).click("keys-reset").click("keys-close");
            window.press(KeyCode.ALT, KeyCode.DIGIT1);
            window.until("Art is shown", () -> window.isSeen("art"));
        }
    }

    private static void giveAnotherKeyToFlip(WindowDriver window) throws Exception {
        window.press(KeyCode.F1).type("keys-field", "flip").click("key-art-flip");
        window.press(KeyCode.SHIFT, KeyCode.J);
        window.says("key-art-flip", "Shift+J");
        window.click("keys-close").press(KeyCode.SHORTCUT, KeyCode.K);
        window.type("palette-field", "go to art").press(KeyCode.ENTER);
        Node flip = window.seen("flip");
        assertThat(WindowDriver.onWindowThread(flip::getAccessibleText))
                .startsWith("Flip (Shift+J): left and right");
    }

    @Test
    void oneKeyGoesThroughThePartsOfTheWindowAndALetterTypesInAField() throws Exception {
        try (WindowDriver window = window()) {
            window.says("seal", "Recorded");
            window.click("prompt").press(KeyCode.F6);
            window.until("another part has the focus", () -> !"prompt".equals(focus(window)));
            boolean isBarSeen = false;
            for (int part = 0; part < 12 && !isBarSeen; part++) {
                window.press(KeyCode.F6);
                isBarSeen = "shows".equals(focus(window));
            }
            assertThat(isBarSeen).as("the bar is one of the parts").isTrue();
            window.press(KeyCode.SHIFT, KeyCode.F6);
            assertThat(focus(window)).isNotEqualTo("shows");
        }
    }

    private static String focus(WindowDriver window) throws Exception {
        Node shows = window.seen("shell");
        return WindowDriver.onWindowThread(() ->
                Optional.ofNullable(shows.getScene().getFocusOwner()).map(Node::getId).orElse(""));
    }
}
