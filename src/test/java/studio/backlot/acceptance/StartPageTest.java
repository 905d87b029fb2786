package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;

/// Where shows are chosen: one whose folder is gone says so and can be forgotten, another one is
/// gone on with, and work is credited to the name that was chosen.
class StartPageTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");

    private static String accessible(WindowDriver window, String id) throws Exception {
        Node node = window.seen(id);
        return WindowDriver.onWindowThread(node::getAccessibleText);
    }

    @Test
    void aMissingShowIsForgottenAndAnotherIsGoneOnWith() throws Exception {
        var desk = new ReviewDesk(temporary);
        desk.make("solo", ME);
        desk.generate(ME, 7);
        var settings =
                new JsonBuilder()
                        .put("creditedAs", "Ada Lovelace")
                        .put(
                                "recent",
                                List.of(
                                        WindowSettings.recent(temporary.resolve("gone"), "Gone"),
                                        WindowSettings.recent(desk.show, "Harbour")));
        Files.write(
                desk.backlot.appFolder().resolve("settings.json"),
                CanonicalJson.bytes(settings.build()));
        try (WindowDriver window = WindowDriver.open(desk.backlot.appFolder(), temporary)) {
            window.click("forget-gone");
            window.says("message-text", "Gone is not in the list any more");
            window.until("its card is gone", () -> !window.isSeen("missing-gone"));
            window.click("message-action");
            window.seen("missing-gone");

            window.click("show-show");
            window.says("seal", "Recorded");
            window.press(KeyCode.SHORTCUT, KeyCode.COMMA);
            window.says("settings-credited", "Ada Lovelace");
            assertThat(accessible(window, "person")).contains("Ada Lovelace");
            assertThat(window.text("settings-shows")).isEqualTo(temporary.toString());
        }
        assertThat(Files.readString(desk.backlot.appFolder().resolve("settings.json")))
                .contains("\"creditedAs\":\"Ada Lovelace\"");
    }
}
