package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.WindowThread;
import studio.backlot.ui.shell.Room;
import studio.backlot.ui.shell.Settings;
import studio.backlot.ui.shell.SettingsStore;
import studio.backlot.workflow.ExportFailed;
import studio.backlot.workflow.KeepFile;

/// The window's settings as one JSON file in the program's folder.
final class SettingsFile implements SettingsStore {
    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    @Override
    public Settings read() {
        WindowThread.refuse("the settings were read");
        try {
            return parse(JsonReader.parseObject(Files.readAllBytes(file)));
        } catch (IOException | MalformedJson | IllegalArgumentException | DateTimeException e) {
            return Settings.first();
        }
    }

    @Override
    public void write(Settings settings) {
        byte[] content = CanonicalJson.bytes(json(settings));
        try {
            KeepFile.write(file, content);
        } catch (ExportFailed keptUntilTheWindowCloses) {
            return;
        }
    }

    private static JsonObject json(Settings settings) {
        Settings.Look look = settings.look();
        List<JsonObject> recent =
                settings.recent().stream()
                        .map(one ->
                                new JsonBuilder()
                                        .put("folder", one.folder().toString())
                                        .put("name", one.name())
                                        .put("opened", one.opened().toString())
                                        .put("cover", one.cover().map(ContentHash::hex))
                                        .put("waits", one.waits())
                                        .build())
                        .toList();
        var keys = new JsonBuilder();
        settings.habits().keys().forEach(keys::put);
        return new JsonBuilder()
                .put("keys", keys.build())
                .put("shows", settings.habits().shows().map(Path::toString))
                .put("creditedAs", settings.habits().creditedAs())
                .put("theme", look.theme().name().toLowerCase(Locale.ROOT))
                .put("language", look.language())
                .put("motionReduced", look.isMotionReduced())
                .put("pens", look.isForPens())
                .put("room", settings.room().wireName())
                .put("recent", recent)
                .put("width", (long) settings.place().width())
                .put("height", (long) settings.place().height())
                .put("maximized", settings.place().isMaximized())
                .build();
    }

    private static Settings parse(JsonObject json) {
        Settings first = Settings.first();
        var look =
                new Settings.Look(
                        json.text("theme")
                                .map(theme ->
                                        Settings.Theme.valueOf(theme.toUpperCase(Locale.ROOT)))
                                .orElse(Settings.Theme.SYSTEM),
                        json.text("language").orElse(""),
                        isTrue(json, "motionReduced"),
                        isTrue(json, "pens"));
        List<Settings.RecentShow> recent =
                json.array("recent").orElse(List.of()).stream()
                        .flatMap(one ->
                                one instanceof JsonObject object
                                        ? recent(object).stream()
                                        : java.util.stream.Stream.of())
                        .toList();
        var place =
                new Settings.WindowPlace(
                        json.number("width").map(JsonNumber::asLong).orElse(1280L),
                        json.number("height").map(JsonNumber::asLong).orElse(800L),
                        isTrue(json, "maximized"));
        Room room =
                json.text("room")
                        .map(name -> Room.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(first.room());
        return new Settings(look, room, recent, place, habits(json));
    }

    private static Settings.Habits habits(JsonObject json) {
        Map<String, String> keys = new LinkedHashMap<>();
        json.object("keys")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach((command, key) -> {
                    if (key instanceof JsonString text) {
                        keys.put(command, text.value());
                    }
                });
        return new Settings.Habits(
                keys,
                json.text("shows").map(Path::of),
                json.text("creditedAs").filter(name -> !name.isBlank()));
    }

    private static Optional<Settings.RecentShow> recent(JsonObject json) {
        return json.text("folder")
                .flatMap(folder ->
                        json.text("name")
                                .flatMap(name ->
                                        json.text("opened")
                                                .map(opened ->
                                                        new Settings.RecentShow(
                                                                Path.of(folder),
                                                                name,
                                                                Instant.parse(opened),
                                                                json.text("cover")
                                                                        .filter(ContentHash::isHex)
                                                                        .map(ContentHash::new),
                                                                json.number("waits")
                                                                        .map(JsonNumber::asLong)
                                                                        .orElse(0L)))));
    }

    private static boolean isTrue(JsonObject json, String name) {
        return json.truth(name).orElse(false);
    }
}
