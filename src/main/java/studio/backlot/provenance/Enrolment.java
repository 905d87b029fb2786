package studio.backlot.provenance;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonForm;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.VerificationKey;

/// What a `person` entry says: that a person with these keys begins, ends, or has other keys from
/// here on. Entry 0 says so too, of the person who begins the production.
public record Enrolment(Act act, Person person, Vouched vouched) {
    /// What happens to the person.
    public enum Act {
        /// From here on the keys are this person's.
        ENROL("enrol"),
        /// From here on the keys sign nothing any more.
        RETIRE("retire"),
        /// From here on these keys hold in place of the earlier ones.
        REPLACE_KEYS("replaceKeys");

        private final String wireName;

        Act(String wireName) {
            this.wireName = wireName;
        }
    }

    /// Who stands up for the person being who they say.
    public enum Vouched {
        /// Nobody but themself.
        SELF,
        /// A producer, by the entry's signature.
        PRODUCER;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The entry's assertions.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put(
                        "person",
                        new JsonBuilder()
                                .put("act", act.wireName)
                                .put("id", person.id().toString())
                                .put("name", person.name())
                                .put("roles", PersonForm.roles(person))
                                .put("vouched", vouched.wireName())
                                .build())
                .put(
                        "keys",
                        new JsonBuilder()
                                .put("everyday", person.keys().everyday().hex())
                                .put("guarded", person.keys().guarded().hex())
                                .build())
                .build();
    }

    /// Whether an entry is one that enrols, retires or gives keys.
    public static boolean isIn(LedgerEntry entry) {
        return entry.event() == EventType.PERSON
                || (entry.event() == EventType.PRODUCTION
                        && entry.assertions().get("person").isPresent());
    }

    /// Reads such an entry; throws [MalformedEntry] saying what is wrong.
    public static Enrolment of(LedgerEntry entry) {
        return parse(entry.assertions());
    }

    /// Reads what [#toJson] wrote; throws [MalformedEntry].
    public static Enrolment parse(JsonObject assertions) {
        JsonObject person = part(assertions, "person");
        JsonObject keys = part(assertions, "keys");
        try {
            return new Enrolment(
                    one(Stream.of(Act.values()), act -> act.wireName, text(person, "act")),
                    new Person(
                            UUID.fromString(text(person, "id")),
                            text(person, "name"),
                            PersonForm.readRoles(person),
                            new PersonKeys(
                                    new VerificationKey(text(keys, "everyday")),
                                    new VerificationKey(text(keys, "guarded")))),
                    one(Stream.of(Vouched.values()), Vouched::wireName, text(person, "vouched")));
        } catch (IllegalArgumentException e) {
            throw new MalformedEntry(String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject part(JsonObject assertions, String label) {
        return assertions
                .object(label)
                .orElseThrow(
                        () -> new MalformedEntry("its assertion \"" + label + "\" is missing"));
    }

    private static String text(JsonObject json, String name) {
        return json.text(name)
                .orElseThrow(() -> new MalformedEntry("its member \"" + name + "\" is missing"));
    }

    private static <T> T one(
            Stream<T> values, java.util.function.Function<T, String> wireName, String text) {
        return values.filter(value -> wireName.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new MalformedEntry("it does not know \"" + text + "\""));
    }
}
