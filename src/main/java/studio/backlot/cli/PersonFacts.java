package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonForm;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;

/// How a person is shown: who they are, how they stand in the production, and their keys.
final class PersonFacts {
    private PersonFacts() {}

    static JsonObject json(Person person, EnrolledPersons persons) {
        return new JsonBuilder()
                .put("id", person.id().toString())
                .put("name", person.name())
                .put("roles", PersonForm.roles(person))
                .put("standing", standing(persons.person(person.id())))
                .put("everyday", person.keys().everyday().fingerprint().hex())
                .put("guarded", person.keys().guarded().fingerprint().hex())
                .build();
    }

    static List<String> lines(Person person, EnrolledPersons persons) {
        List<String> lines = new ArrayList<>();
        lines.add(
                person.name()
                        + "  "
                        + String.join(
                                ", ", person.roles().stream().sorted().map(Role::wireName).toList())
                        + "  "
                        + standing(persons.person(person.id())));
        lines.add("  everyday key  " + person.keys().everyday().fingerprint());
        lines.add("  guarded key   " + person.keys().guarded().fingerprint());
        return lines;
    }

    /// In words how a person stands.
    static String standing(Optional<EnrolledPersons.Standing> standing) {
        return standing.map(PersonFacts::words).orElse("not enrolled");
    }

    private static String words(EnrolledPersons.Standing standing) {
        if (standing.isRetired()) {
            return "retired";
        }
        if (standing.isFirst()) {
            return "began this production, vouches for themself";
        }
        return standing.isVouched() ? "vouched for" : "nobody has vouched";
    }
}
