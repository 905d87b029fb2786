package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.identity.VerificationKey;

class EnrolledPersonsTest {
    private final EnrolledPersons persons = new EnrolledPersons();
    private final Person ana = person("Ana", EnumSet.allOf(Role.class));
    private final Person ben = person("Ben", EnumSet.of(Role.ARTIST));
    private long next;

    private static Person person(String name, Set<Role> roles) {
        return new Person(UUID.randomUUID(), name, roles, keys());
    }

    private static PersonKeys keys() {
        return new PersonKeys(key(), key());
    }

    private static VerificationKey key() {
        return SigningKey.generate().verificationKey();
    }

    private Optional<String> enrol(Person who, Enrolment.Vouched vouched, VerificationKey signer) {
        return accept(Enrolment.Act.ENROL, who, vouched, signer);
    }

    private Optional<String> accept(
            Enrolment.Act act, Person who, Enrolment.Vouched vouched, VerificationKey signer) {
        return persons.accept(
                next++,
                new Enrolment(act, who, vouched),
                Optional.of(signer).map(VerificationKey::fingerprint));
    }

    private EnrolledPersons.Standing standing(Person who) {
        return persons.person(who.id()).orElseThrow();
    }

    @Test
    void theFirstPersonVouchesForThemselfAndThatIsSeen() {
        assertThat(enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday())).isEmpty();

        assertThat(standing(ana).isFirst()).isTrue();
        assertThat(standing(ana).isVouched()).isTrue();
        ContentHash guarded = ana.keys().guarded().fingerprint();
        assertThat(persons.key(guarded).orElseThrow().isGuarded()).isTrue();
        assertThat(persons.key(ana.keys().everyday().fingerprint()).orElseThrow().isGuarded())
                .isFalse();
    }

    @Test
    void nobodyEnrolsThemselfWithAnotherKeyThanTheirOwn() {
        assertThat(enrol(ana, Enrolment.Vouched.SELF, ben.keys().everyday()))
                .get()
                .asString()
                .contains("one of the keys it names");
        assertThat(persons.all()).isEmpty();
    }

    @Test
    void onlyAVouchedProducersGuardedKeyVouches() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        enrol(ben, Enrolment.Vouched.SELF, ben.keys().guarded());
        assertThat(standing(ben).isVouched()).isFalse();
        Person cy = person("Cy", EnumSet.of(Role.PRODUCER));

        assertThat(enrol(cy, Enrolment.Vouched.PRODUCER, ana.keys().everyday())).isPresent();
        assertThat(enrol(cy, Enrolment.Vouched.PRODUCER, ben.keys().guarded())).isPresent();
        assertThat(enrol(cy, Enrolment.Vouched.PRODUCER, cy.keys().guarded())).isPresent();
        assertThat(enrol(cy, Enrolment.Vouched.PRODUCER, ana.keys().guarded())).isEmpty();
        assertThat(enrol(ben, Enrolment.Vouched.PRODUCER, cy.keys().guarded())).isEmpty();
        assertThat(standing(ben).isVouched()).isTrue();
        assertThat(standing(ben).isFirst()).isFalse();

        Person dee = person("Dee", EnumSet.of(Role.ARTIST));
        assertThat(enrol(dee, Enrolment.Vouched.PRODUCER, ben.keys().guarded()))
                .as("an artist does not vouch")
                .isPresent();
    }

    @Test
    void aKeyBelongsToOnePerson() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        var thief =
                new Person(
                        UUID.randomUUID(),
                        "Eve",
                        Set.of(Role.ARTIST),
                        new PersonKeys(key(), ana.keys().guarded()));

        assertThat(enrol(thief, Enrolment.Vouched.SELF, thief.keys().everyday()))
                .get()
                .asString()
                .contains("another person's");
    }

    @Test
    void otherKeysComeByReplacementOnly() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        Person again = ana.withKeys(keys());
        assertThat(enrol(again, Enrolment.Vouched.SELF, again.keys().everyday())).isPresent();

        assertThat(
                        accept(
                                Enrolment.Act.REPLACE_KEYS,
                                again,
                                Enrolment.Vouched.SELF,
                                ana.keys().everyday()))
                .as("the everyday key does not replace keys")
                .isPresent();
        assertThat(
                        accept(
                                Enrolment.Act.REPLACE_KEYS,
                                again,
                                Enrolment.Vouched.SELF,
                                ana.keys().guarded()))
                .isEmpty();
        EnrolledPersons.Key old = persons.key(ana.keys().guarded().fingerprint()).orElseThrow();
        assertThat(old.holdsAt(next - 1)).isTrue();
        assertThat(old.holdsAt(next)).isFalse();
        assertThat(persons.key(again.keys().guarded().fingerprint()).orElseThrow().holdsAt(next))
                .isTrue();
        assertThat(standing(ana).isVouched()).isTrue();
    }

    @Test
    void aRetiredPersonIsGoneAndTheirKeysVouchForNobody() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        enrol(ben, Enrolment.Vouched.SELF, ben.keys().everyday());
        assertThat(accept(Enrolment.Act.RETIRE, ben, Enrolment.Vouched.SELF, ben.keys().everyday()))
                .isPresent();
        assertThat(accept(Enrolment.Act.RETIRE, ben, Enrolment.Vouched.SELF, ana.keys().guarded()))
                .isEmpty();
        assertThat(standing(ben).isRetired()).isTrue();
        assertThat(enrol(ben, Enrolment.Vouched.SELF, ben.keys().everyday())).isPresent();
        assertThat(accept(Enrolment.Act.RETIRE, ben, Enrolment.Vouched.SELF, ana.keys().guarded()))
                .as("twice")
                .isPresent();

        accept(Enrolment.Act.RETIRE, ana, Enrolment.Vouched.SELF, ana.keys().guarded());
        Person cy = person("Cy", EnumSet.of(Role.ARTIST));
        assertThat(enrol(cy, Enrolment.Vouched.PRODUCER, ana.keys().guarded())).isPresent();
    }

    @Test
    void anEnrolmentIsReadAsItWasWritten() {
        for (Enrolment.Act act : Enrolment.Act.values()) {
            for (Enrolment.Vouched vouched : Enrolment.Vouched.values()) {
                var enrolment = new Enrolment(act, ana, vouched);
                assertThat(Enrolment.parse(enrolment.toJson())).isEqualTo(enrolment);
            }
        }
    }

    @Test
    void whatIsNoEnrolmentIsRefusedInWords() {
        JsonObject good = new Enrolment(Enrolment.Act.ENROL, ana, Enrolment.Vouched.SELF).toJson();
        assertThatThrownBy(() -> Enrolment.parse(JsonObject.EMPTY))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("person");
        for (String member : Set.of("act", "id", "name", "roles", "vouched")) {
            var person = new JsonBuilder();
            good.object("person")
                    .orElseThrow()
                    .members()
                    .forEach((name, value) -> {
                        if (name.equals(member)) {
                            person.put(name, "nothing known");
                        } else {
                            person.put(name, value);
                        }
                    });
            JsonObject broken =
                    new JsonBuilder()
                            .put("person", person.build())
                            .put("keys", good.object("keys").orElseThrow())
                            .build();
            if (member.equals("name")) {
                assertThat(Enrolment.parse(broken).person().name()).isEqualTo("nothing known");
            } else {
                assertThatThrownBy(() -> Enrolment.parse(broken))
                        .as(member)
                        .isInstanceOf(MalformedEntry.class);
            }
        }
    }
}
