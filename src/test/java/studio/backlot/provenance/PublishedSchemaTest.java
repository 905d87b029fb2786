package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Holds the published schema and the program to each other.
class PublishedSchemaTest {
    private static final Path DOCS = Path.of("docs");

    @Test
    void thePublishedSchemaNamesEveryEventAndNoOther() throws IOException {
        assertThat(names(property("event")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::wireName).toList());
    }

    @Test
    void thePublishedSchemaNamesEveryKindOfPayload() throws IOException {
        JsonObject kind =
                schema().object("$defs")
                        .flatMap(definitions -> definitions.object("payloadReference"))
                        .flatMap(reference -> reference.object("properties"))
                        .flatMap(properties -> properties.object("kind"))
                        .orElseThrow();

        assertThat(names(kind))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(PayloadKind.values()).map(PayloadKind::wireName).toList());
    }

    @Test
    void thePublishedSchemaNamesTheVersionThatEntriesCarry() throws IOException {
        assertThat(property("schema").text("const")).contains(LedgerEntry.SCHEMA);
    }

    @Test
    void everyEventIsExplainedInWords() throws IOException {
        String words = Files.readString(DOCS.resolve("ledger-schema-v1.md"));

        assertThat(EventType.values())
                .allSatisfy(event -> assertThat(words).contains("`" + event.wireName() + "`"));
    }

    private static JsonObject property(String name) throws IOException {
        return schema().object("properties").flatMap(all -> all.object(name)).orElseThrow();
    }

    private static JsonObject schema() throws IOException {
        return JsonReader.parseObject(Files.readAllBytes(DOCS.resolve("ledger-schema-v1.json")));
    }

    private static List<String> names(JsonObject definition) {
        return definition.array("enum").orElseThrow().stream()
                .map(value -> value instanceof JsonString text ? text.value() : "")
                .toList();
    }
}
