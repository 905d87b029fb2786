package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// Where shows are chosen: one whose folder is gone says so and can be forgotten, another one is
/// gone on with, and work is credited to the name that was chosen.
class StartPageTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");

    private static void says(WindowDriver window, String id, String words) throws Exception {
        window.until(
                id + " says: " + words, () -> window.isSeen(id) && window.text(id).contains(words));
    }

    private static JsonObject recent(Path folder, String name) {
        return new JsonBuilder()
                .put("folder", folder.toString())
                .put("name", name)
                .put("opened", Instant.EPOCH.toString())
                .build();
    }

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
                                        recent(temporary.resolve("gone"), "Gone"),
                                        recent(desk.show, "Harbour")));
        Files.write(
                desk.backlot.appFolder().resolve("settings.json"),
                CanonicalJson.bytes(settings.build()));
        try (WindowDriver window = WindowDriver.open(desk.backlot.appFolder(), temporary)) {
            window.click("forget-gone");
            says(window, "message-text", "Gone is not in the list any more");
            window.until("its card is gone", () -> !window.isSeen("missing-gone"));
            window.click("message-action");
            window.seen("missing-gone");

            window.click("show-show");
            says(window, "seal", "Recorded");
            window.press(KeyCode.SHORTCUT, KeyCode.COMMA);
            says(window, "settings-credited", "Ada Lovelace");
            assertThat(accessible(window, "person")).contains("Ada Lovelace");
            assertThat(window.text("settings-shows")).isEqualTo(temporary.toString());
        }
        assertThat(Files.readString(desk.backlot.appFolder().resolve("settings.json")))
                .contains("\"creditedAs\":\"Ada Lovelace\"");
    }
}
