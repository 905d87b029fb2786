package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.ConsentRules.Requirement;
import studio.backlot.identity.Role;

/// Holds the published schema of a policy and the program to each other.
class PublishedPolicySchemaTest {
    private static final Path SCHEMA = Path.of("docs/policy-schema-v1.json");

    @Test
    void thePublishedSchemaNamesEveryMemberThatIsWrittenAndNoOther() throws IOException {
        var published = new TreeSet<String>();
        members(schema(), "", published);
        // what an editor needs to find the schema is read and never written
        published.remove("/$schema");
        published.removeIf(place -> place.startsWith("/remote/services/"));
        var written = new TreeSet<String>();
        written(PolicyWriter.json(PolicyPreset.STREAMER.policy()), "", written);

        assertThat(published).isEqualTo(written);
    }

    @Test
    void thePublishedSchemaNamesEveryWordOfEveryChoice() throws IOException {
        Map<String, List<String>> words = new TreeMap<>();
        enums(schema(), "", words);
        List<String> stances = words(Stance.values(), Stance::wireName);

        assertThat(words)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry(
                                        "/preset",
                                        words(PolicyPreset.values(), PolicyPreset::wireName)),
                                Map.entry("/consents/likeness", stances),
                                Map.entry("/consents/listedName", stances),
                                Map.entry("/consents/protectedTitle", stances),
                                Map.entry("/consents/livingArtist", stances),
                                Map.entry("/consents/thirdPartyArt", stances),
                                Map.entry(
                                        "/consents/required/items",
                                        words(Requirement.values(), Requirement::wireName)),
                                Map.entry("/faces", words(FaceCheck.values(), FaceCheck::wireName)),
                                Map.entry(
                                        "/approval/roles/items",
                                        words(Role.values(), Role::wireName)),
                                Map.entry(
                                        "/useCases/requiredFor/items",
                                        words(UseLabel.values(), UseLabel::wireName)),
                                Map.entry(
                                        "/useCases/escalate/items",
                                        words(Area.values(), Area::wireName))));
    }

    @Test
    void thePublishedSchemaNamesTheVersionThatIsRead() throws IOException {
        assertThat(
                        schema().object("properties")
                                .flatMap(all -> all.object("schema"))
                                .flatMap(one -> one.text("const")))
                .contains(PolicyReader.SCHEMA);
    }

    private static <T> List<String> words(T[] all, Function<T, String> word) {
        return Stream.of(all).map(word).toList();
    }

    private static void members(JsonObject schema, String where, Set<String> found) {
        schema.object("properties")
                .ifPresent(all ->
                        all.members()
                                .forEach((name, value) -> {
                                    if (value instanceof JsonObject member) {
                                        members(member, where + "/" + name, found);
                                    }
                                }));
        if (schema.object("properties").isEmpty()) {
            found.add(where);
        }
    }

    private static void written(JsonObject json, String where, Set<String> found) {
        json.members()
                .forEach((name, value) -> {
                    if (value instanceof JsonObject section) {
                        written(section, where + "/" + name, found);
                    } else {
                        found.add(where + "/" + name);
                    }
                });
    }

    private static void enums(JsonObject schema, String where, Map<String, List<String>> found) {
        schema.array("enum").ifPresent(words -> found.put(where, texts(words)));
        for (Map.Entry<String, JsonValue> member : schema.members().entrySet()) {
            if (member.getValue() instanceof JsonObject inner) {
                boolean isKeyword = member.getKey().equals("properties");
                enums(inner, isKeyword ? where : where + "/" + member.getKey(), found);
            }
        }
    }

    private static List<String> texts(List<JsonValue> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value instanceof JsonString text ? text.value() : ""));
        return texts;
    }

    private static JsonObject schema() throws IOException {
        return JsonReader.parseObject(Files.readAllBytes(SCHEMA));
    }
}
