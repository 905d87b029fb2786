package studio.backlot.provenance;

import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;

/// The person an entry names: the name work is credited to, the role they acted in, and the
/// fingerprint of the key that signed the entry.
///
/// Without a key the name is as typed and proves nothing.
public record Maker(String name, Role role, Optional<ContentHash> key) {
    public Maker {
        Person.requireName(name);
    }

    /// A person without a key.
    public Maker(String name, Role role) {
        this(name, role, Optional.empty());
    }

    /// The member `person` of an entry.
    JsonObject toJson() {
        return new JsonBuilder()
                .put("name", name)
                .put("role", role.wireName())
                .put("key", key.map(ContentHash::hex))
                .build();
    }

    /// Reads what [#toJson] wrote; throws [MalformedEntry].
    static Maker parse(JsonObject json) {
        String role = json.text("role").orElse("");
        return new Maker(
                json.text("name").orElseThrow(() -> new MalformedEntry("its person has no name")),
                Role.ofWireName(role)
                        .orElseThrow(() ->
                                new MalformedEntry("\"" + role + "\" is no role of a person")),
                json.text("key").map(ContentHash::new));
    }
}
