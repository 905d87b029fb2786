package studio.backlot.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// How a [Person] stands in JSON: `id`, `name`, `roles` in their order, and both public keys.
public final class PersonForm {
    private PersonForm() {}

    /// The members of a person, to add others to.
    public static JsonBuilder write(Person person) {
        return new JsonBuilder()
                .put("id", person.id().toString())
                .put("name", person.name())
                .put("roles", roles(person))
                .put("everyday", person.keys().everyday().hex())
                .put("guarded", person.keys().guarded().hex());
    }

    /// The wire names of a person's roles.
    public static List<JsonString> roles(Person person) {
        return person.roles().stream()
                .sorted()
                .map(role -> new JsonString(role.wireName()))
                .toList();
    }

    /// Reads what [#write] wrote; throws [MalformedJson] or [IllegalArgumentException] saying what
    /// is wrong.
    public static Person read(JsonObject json) {
        return new Person(
                UUID.fromString(text(json, "id")),
                text(json, "name"),
                readRoles(json),
                new PersonKeys(
                        new VerificationKey(text(json, "everyday")),
                        new VerificationKey(text(json, "guarded"))));
    }

    /// The roles under `roles`, none when there is no such list; throws [IllegalArgumentException]
    /// for a name that is no role.
    public static Set<Role> readRoles(JsonObject json) {
        Set<Role> roles = new LinkedHashSet<>();
        for (JsonValue name : json.array("roles").orElse(List.of())) {
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
                        () -> new MalformedJson("the person's member \"" + name + "\" is missing"));
    }
}
