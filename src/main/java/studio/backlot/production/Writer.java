package studio.backlot.production;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// Who holds a production's lock: the person, on which machine, in which process, since when.
public record Writer(String person, String host, long pid, Instant since) {
    /// Reads what [#line] wrote; empty for anything else, such as the line of a writer that has
    /// only just begun.
    public static Optional<Writer> parse(byte[] line) {
        try {
            JsonObject json = JsonReader.parseObject(line);
            return json.text("person")
                    .flatMap(person ->
                            json.text("host")
                                    .flatMap(host ->
                                            json.number("pid")
                                                    .map(JsonNumber::asLong)
                                                    .flatMap(pid ->
                                                            json.text("since")
                                                                    .map(since ->
                                                                            new Writer(
                                                                                    person,
                                                                                    host,
                                                                                    pid,
                                                                                    Instant.parse(
                                                                                            since))))));
        } catch (MalformedJson | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// One line of canonical JSON, as the lock file holds it.
    public byte[] line() {
        JsonObject json =
                new JsonBuilder()
                        .put("person", person)
                        .put("host", host)
                        .put("pid", pid)
                        .put("since", since.toString())
                        .build();
        return (CanonicalJson.text(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    String inWords() {
        return "by " + person + " on " + host + " (process " + pid + ", since " + since + ")";
    }
}
