package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// What a window finds of an earlier one: the show that was open, the room, the language and the
/// size it had; nothing moves.
record WindowSettings(Path show, String name, String room, String language, long width) {
    private static final long HEIGHT = 800;

    /// An English window as wide as the headless screen.
    static WindowSettings of(Path show, String name, String room) {
        return new WindowSettings(show, name, room, "en", 1000);
    }

    void writeIn(Path appFolder) throws IOException {
        var settings =
                new JsonBuilder()
                        .put("room", room)
                        .put("language", language)
                        .put("motionReduced", true)
                        .put("width", width)
                        .put("height", HEIGHT)
                        .put("recent", List.of(recent(show, name)))
                        .build();
        Files.createDirectories(appFolder);
        Files.write(appFolder.resolve("settings.json"), CanonicalJson.bytes(settings));
    }

    /// A show that was open once.
    static JsonObject recent(Path folder, String name) {
        return new JsonBuilder()
                .put("folder", folder.toString())
                .put("name", name)
                .put("opened", Instant.EPOCH.toString())
                .build();
    }
}
