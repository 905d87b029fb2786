package studio.backlot.ui.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ScriptFile;

/// Where a writer was in which script, as one show remembers it on this machine. Reads files: not
/// for the window's thread.
record ScriptPlace(Path script, int caret, long scroll) {
    private static final String NAME = "script";

    /// Where the writer was last, else at the beginning of the first script of the show; nowhere
    /// where neither is there.
    static Optional<ScriptPlace> last(OpenProduction production) {
        return production
                .settings()
                .read(NAME)
                .flatMap(value -> value instanceof JsonObject json ? parse(json) : Optional.empty())
                .filter(place -> Files.isRegularFile(place.script()))
                .or(() ->
                        ScriptFile.firstIn(production.layout().scenes())
                                .map(script -> new ScriptPlace(script, 0, 0)));
    }

    private static Optional<ScriptPlace> parse(JsonObject json) {
        return json.text("file")
                .map(file ->
                        new ScriptPlace(
                                Path.of(file),
                                Math.toIntExact(number(json, "caret")),
                                number(json, "scroll")));
    }

    private static long number(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong).orElse(0L);
    }

    /// Remembers it.
    void keep(OpenProduction production) {
        production
                .settings()
                .write(
                        NAME,
                        new JsonBuilder()
                                .put("file", script.toString())
                                .put("caret", (long) caret)
                                .put("scroll", scroll)
                                .build());
    }
}
