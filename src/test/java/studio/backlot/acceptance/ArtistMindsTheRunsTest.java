package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// An artist sees in the window what stops a run, mends it and tries again; then asks the lamp what
/// ran and the seal whether all of it holds.
class ArtistMindsTheRunsTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");

    private WindowDriver window(ReviewDesk desk) throws Exception {
        JsonObject recent = WindowSettings.recent(desk.show, "Orchard");
        var settings = new JsonBuilder().put("recent", List.of(recent)).put("width", 1000L);
        Files.write(
                desk.backlot.appFolder().resolve("settings.json"),
                CanonicalJson.bytes(settings.build()));
        return WindowDriver.open(desk.backlot.appFolder(), temporary);
    }

    private static String job(WindowDriver window) throws Exception {
        return window.items("jobs").getFirst().replaceFirst(".*id=([0-9a-f-]+).*", "$1");
    }

    private static void protect(Path show, String titles) throws IOException {
        Path policy = show.resolve("policy.json");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replaceFirst(
                                "\"protectedTitles\"\\s*:\\s*\\[[^\\]]*\\]",
                                "\"protectedTitles\":[" + titles + "]"));
    }

    @Test
    void aStoppedRunSaysWhyIsTriedAgainAndStandsBehindTheLamp() throws Exception {
        var desk = new ReviewDesk(temporary);
        desk.make("small-crew", ME);
        protect(desk.show, "\"The Glass Orchard\"");
        try (WindowDriver window = window(desk)) {
            window.says("seal", "Recorded");
            window.click("lamp");
            window.says("lamp-line", "No model has run for you in this show.");
            window.press(KeyCode.ESCAPE);

            window.type("prompt", "in the style of the glass orchard").click("generate");
            window.click("jobs-open");
            String job = job(window);
            window.says("state-" + job, "stopped by policy");
            protect(desk.show, "");
            window.click("retry-" + job);
            window.until(
                    "the plate is recorded",
                    () -> window.items("takes").stream().anyMatch(take -> take.startsWith("Made")));

            window.click("lamp");
            window.says("lamp-run-0", "in the style of the glass orchard");
            window.says("lamp-where-0", "this machine \u00b7 recorded");
            window.press(KeyCode.ESCAPE);
            window.click("seal").click("seal-check");
            window.says("seal-checked", "all intact");
        }
    }
}
