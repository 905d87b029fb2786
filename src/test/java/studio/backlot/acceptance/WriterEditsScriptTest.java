package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// The writer, through the window: writes in the sample's script, finds their way by scenes and
/// words, comes back to where they were; and is told what a damaged file cannot say.
class WriterEditsScriptTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");

    private static int caret(WindowDriver window) throws Exception {
        var page = (TextArea) window.seen("page");
        return WindowDriver.onWindowThread(page::getCaretPosition);
    }

    private static void type(WindowDriver window, String words) throws Exception {
        var page = (TextArea) window.seen("page");
        WindowDriver.onWindowThread(() -> {
            page.replaceSelection(words);
            return true;
        });
    }

    @Test
    void aSceneIsWrittenFoundAgainAndKeptWhereTheWriterWas() throws Exception {
        Path app = temporary.resolve("app");
        Path shows = temporary.resolve("shows");
        Path script = shows.resolve("sample-show/scenes/The Lamp Room.fountain");
        int left;
        try (WindowDriver window = WindowDriver.open(app, shows)) {
            window.says("seal", "Recorded");
            window.press(KeyCode.ALT, KeyCode.DIGIT2);
            window.says("page", "INT. LIGHTHOUSE - LAMP ROOM - NIGHT");
            window.until("three scenes are listed", () -> window.items("outline").size() == 3);
            window.says("ai", "AI off");

            window.press(KeyCode.ALT, KeyCode.DOWN).press(KeyCode.ALT, KeyCode.DOWN);
            window.says("script-where", "Page 1 of 1 \u00b7 Scene heading");
            window.press(KeyCode.SHORTCUT, KeyCode.F).type("find-field", "nobody reads it");
            window.says("find-count", "1 of 1");
            window.press(KeyCode.ESCAPE).press(KeyCode.END).press(KeyCode.ENTER);
            window.press(KeyCode.TAB);
            type(window, "hollis");
            window.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.DIGIT3);
            window.press(KeyCode.ENTER);
            type(window, "The lake does.");
            window.says("script-where", "Dialogue");
            window.says("script-state", "The Lamp Room.fountain \u00b7 saved");
            left = caret(window);
        }
        assertThat(Files.readString(script))
                .contains("Nobody reads it.\n\nHOLLIS\nThe lake does.\n");
        try (WindowDriver window = WindowDriver.open(app, shows)) {
            window.says("page", "The lake does.");
            window.until("the writer is where they were", () -> caret(window) == left);
        }
    }

    @Test
    void whatADamagedFileCannotSayIsListedAndTheFileIsLeftAsItIs() throws Exception {
        var desk = new ReviewDesk(temporary);
        desk.make("solo", ME);
        byte[] damaged = "INT. CAF\u00c9 - DAY\n\nRain.\n".getBytes(StandardCharsets.ISO_8859_1);
        Path script = desk.show.resolve("scenes/Cafe.fountain");
        Files.createDirectories(script.getParent());
        Files.write(script, damaged);
        try (WindowDriver window = window(desk)) {
            window.says("strange-count", "1 thing in this file was not understood");
            window.click("strange-each");
            window.says("strange-8", "Line 1: bytes that are no letter in UTF-8");
            type(window, "More. ");
            window.says("script-state", "Not saved");
        }
        assertThat(Files.readAllBytes(script)).isEqualTo(damaged);
    }

    private WindowDriver window(ReviewDesk desk) throws Exception {
        JsonObject recent = WindowSettings.recent(desk.show, "Cafe");
        write(desk, recent);
        return WindowDriver.open(desk.backlot.appFolder(), temporary);
    }

    private static void write(ReviewDesk desk, studio.backlot.base.JsonValue.JsonObject recent)
            throws IOException {
        var settings =
                new JsonBuilder().put("room", "script").put("recent", List.of(recent)).build();
        Files.write(
                desk.backlot.appFolder().resolve("settings.json"), CanonicalJson.bytes(settings));
    }
}
