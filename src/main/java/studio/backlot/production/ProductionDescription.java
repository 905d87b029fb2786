package studio.backlot.production;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// What `production.json` says: the folder's format version, and the production's id, name and
/// birth.
///
/// Written once. It repeats the ledger's first entry, which is the truth where they differ.
public record ProductionDescription(int format, UUID id, String name, Instant created) {
    /// The format that this program makes and understands.
    public static final int FORMAT = 1;

    /// Longest name, in characters.
    public static final int LONGEST_NAME = 200;

    public ProductionDescription {
        if (format < 1) {
            throw new IllegalArgumentException("production formats count from 1, not " + format);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a production needs a name of 1 to "
                            + LONGEST_NAME
                            + " characters, not \""
                            + name
                            + "\"");
        }
    }

    /// A new production of the present format.
    public static ProductionDescription of(UUID id, String name, Instant created) {
        return new ProductionDescription(FORMAT, id, name, created);
    }

    /// Reads the file's bytes. Throws [ProductionFolderRefused] in words when they are garbled, or
    /// of a newer format.
    public static ProductionDescription parse(byte[] utf8) {
        try {
            JsonObject json = JsonReader.parseObject(utf8);
            long format =
                    json.number("format")
                            .map(JsonNumber::asLong)
                            .orElseThrow(() -> missing("format"));
            if (format > FORMAT) {
                throw new ProductionFolderRefused(
                        "this production was made by a newer Backlot (format "
                                + format
                                + "; this one"
                                + " understands "
                                + FORMAT
                                + "): install the newer version to open it; nothing was changed");
            }
            return new ProductionDescription(
                    Math.toIntExact(format),
                    UUID.fromString(json.text("id").orElseThrow(() -> missing("id"))),
                    json.text("name").orElseThrow(() -> missing("name")),
                    Instant.parse(json.text("created").orElseThrow(() -> missing("created"))));
        } catch (MalformedJson
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new ProductionFolderRefused(
                    "production.json is garbled ("
                            + e.getMessage()
                            + "): restore it from a copy of"
                            + " the production; the ledger itself is not touched by this");
        }
    }

    private static MalformedJson missing(String name) {
        return new MalformedJson("its member \"" + name + "\" is missing or of another kind");
    }

    /// The canonical UTF-8 bytes, with a line end so that it reads well in a terminal.
    public byte[] bytes() {
        byte[] json =
                CanonicalJson.bytes(
                        new JsonBuilder()
                                .put("format", format)
                                .put("id", id.toString())
                                .put("name", name)
                                .put("created", created.toString())
                                .build());
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
