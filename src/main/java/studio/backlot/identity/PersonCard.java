package studio.backlot.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// What a person gives to others so that they can be enrolled: name, roles and public keys, as one
/// small JSON file. It proves nothing by itself: compare the fingerprint with the person.
///
/// `hasPassphrase` is what the person's own machine remembers, and nobody else need believe.
public record PersonCard(Person person, boolean hasPassphrase) {
    /// The `schema` member of a card of version 1.
    public static final String SCHEMA = "backlot.person/1";

    /// The largest file that is read as a card.
    public static final int LARGEST_FILE = 64 << 10;

    /// The card as one canonical JSON document.
    public byte[] bytes() {
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("schema", SCHEMA)
                        .put("id", person.id().toString())
                        .put("name", person.name())
                        .put(
                                "roles",
                                person.roles().stream()
                                        .sorted()
                                        .map(role -> new JsonString(role.wireName()))
                                        .toList())
                        .put("everyday", person.keys().everyday().hex())
                        .put("guarded", person.keys().guarded().hex())
                        .put("hasPassphrase", hasPassphrase)
                        .build());
    }

    /// Reads a card from anyone; throws [MalformedJson] saying what is wrong.
    public static PersonCard parse(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new MalformedJson("a file of " + file.length + " bytes is no person's card");
        }
        JsonObject json = JsonReader.parseObject(file);
        if (!json.text("schema").orElse("").equals(SCHEMA)) {
            throw new MalformedJson("this is no person's card: its schema is not " + SCHEMA);
        }
        try {
            return new PersonCard(
                    new Person(
                            UUID.fromString(text(json, "id")),
                            text(json, "name"),
                            roles(json.array("roles").orElse(List.of())),
                            new PersonKeys(
                                    new VerificationKey(text(json, "everyday")),
                                    new VerificationKey(text(json, "guarded")))),
                    json.truth("hasPassphrase").orElse(false));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("this person's card is malformed: " + e.getMessage());
        }
    }

    private static Set<Role> roles(List<JsonValue> names) {
        Set<Role> roles = new LinkedHashSet<>();
        for (JsonValue name : names) {
            String text = name instanceof JsonString(String value) ? value : "";
            roles.add(
                    Role.ofWireName(text)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("\"" + text + "\" is no role")));
        }
        return roles;
    }

    private static String text(JsonObject json, String name) {
        return json.text(name)
                .orElseThrow(
                        () -> new MalformedJson("the card's member \"" + name + "\" is missing"));
    }
}
