package studio.backlot.ui.art;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.job.WorkspaceSettings;

/// Which notes of reviewers their maker has ticked, in the settings of this machine: a list of what
/// is left to do, of which nothing is recorded.
final class DoneNotes {
    private static final String NAME = "notes.";
    private static final String DONE = "done";

    private final WorkspaceSettings settings;

    DoneNotes(WorkspaceSettings settings) {
        this.settings = settings;
    }

    /// Whether the note of a verdict of that time about an asset is ticked.
    boolean isDone(ContentHash asset, Instant time) {
        return done(asset).contains(time.toString());
    }

    /// Ticks a note, or takes the tick away.
    void set(ContentHash asset, Instant time, boolean isDone) {
        List<JsonString> done =
                Stream.concat(
                                done(asset).stream().filter(one -> !one.equals(time.toString())),
                                isDone ? Stream.of(time.toString()) : Stream.empty())
                        .map(JsonString::new)
                        .toList();
        if (done.isEmpty()) {
            settings.remove(NAME + asset.hex());
        } else {
            settings.write(NAME + asset.hex(), new JsonBuilder().put(DONE, done).build());
        }
    }

    private List<String> done(ContentHash asset) {
        return settings.read(NAME + asset.hex())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(kept -> kept.array(DONE))
                .map(DoneNotes::texts)
                .orElse(List.of());
    }

    private static List<String> texts(List<? extends JsonValue> values) {
        return values.stream()
                .flatMap(value ->
                        value instanceof JsonString text
                                ? Stream.of(text.value())
                                : Stream.<String>empty())
                .toList();
    }
}
