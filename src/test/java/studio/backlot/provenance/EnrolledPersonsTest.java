package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
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
    void aProducerNobodyVouchedForVouchesForNobody() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        Person dan = person("Dan", EnumSet.of(Role.PRODUCER));
        enrol(dan, Enrolment.Vouched.SELF, dan.keys().everyday());

        assertThat(enrol(ben, Enrolment.Vouched.PRODUCER, dan.keys().guarded())).isPresent();
        enrol(dan, Enrolment.Vouched.PRODUCER, ana.keys().guarded());
        assertThat(enrol(ben, Enrolment.Vouched.PRODUCER, dan.keys().guarded())).isEmpty();
    }

    @Test
    void nobodyTakesAnothersKeyInPlaceOfTheirOwn() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        enrol(ben, Enrolment.Vouched.SELF, ben.keys().everyday());
        Person stolen = ben.withKeys(new PersonKeys(key(), ana.keys().guarded()));

        assertThat(
                        accept(
                                Enrolment.Act.REPLACE_KEYS,
                                stolen,
                                Enrolment.Vouched.SELF,
                                ben.keys().guarded()))
                .hasValueSatisfying(why -> assertThat(why).contains("another person's"));
        assertThat(standing(ben).person().keys()).isEqualTo(ben.keys());
    }

    @Test
    void theFirstPersonIsFirstWithOtherKeysToo() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        enrol(ben, Enrolment.Vouched.SELF, ben.keys().everyday());
        Person again = ana.withKeys(keys());
        accept(Enrolment.Act.REPLACE_KEYS, again, Enrolment.Vouched.SELF, ana.keys().guarded());

        assertThat(standing(ana).isFirst()).isTrue();
        assertThat(standing(ben).isFirst()).isFalse();
    }

    @Test
    void aKeyHoldsFromItsEnrolmentToTheEntryThatEndsIt() {
        next = 4;
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());
        next = 7;
        accept(Enrolment.Act.RETIRE, ana, Enrolment.Vouched.SELF, ana.keys().guarded());

        EnrolledPersons.Key key = persons.key(ana.keys().guarded().fingerprint()).orElseThrow();
        assertThat(LongStream.range(0, 10).filter(key::holdsAt)).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    void whoMadeAnEntryIsFoundByItsKey() {
        enrol(ana, Enrolment.Vouched.SELF, ana.keys().everyday());

        assertThat(persons.maker(madeWith(Optional.of(ana.keys().everyday().fingerprint()))))
                .contains(standing(ana));
        assertThat(persons.maker(madeWith(Optional.of(ben.keys().everyday().fingerprint()))))
                .isEmpty();
        assertThat(persons.maker(madeWith(Optional.empty()))).isEmpty();
    }

    @Test
    void entryZeroEnrolsOnlyWhereItNamesAPerson() {
        JsonObject enrolment =
                new Enrolment(Enrolment.Act.ENROL, ana, Enrolment.Vouched.SELF).toJson();

        assertThat(Enrolment.isIn(entry(EventType.PRODUCTION, Optional.empty(), enrolment)))
                .isTrue();
        assertThat(Enrolment.isIn(entry(EventType.PRODUCTION, Optional.empty(), JsonObject.EMPTY)))
                .isFalse();
        assertThat(Enrolment.isIn(entry(EventType.PERSON, Optional.empty(), JsonObject.EMPTY)))
                .isTrue();
        assertThat(Enrolment.isIn(entry(EventType.INTENT, Optional.empty(), enrolment))).isFalse();
    }

    private static LedgerEntry madeWith(Optional<ContentHash> key) {
        return entry(EventType.INTENT, key, JsonObject.EMPTY);
    }

    private static LedgerEntry entry(
            EventType event, Optional<ContentHash> key, JsonObject assertions) {
        return new LedgerEntry(
                1,
                new UUID(1, 1),
                new UUID(1, 2),
                event,
                Instant.EPOCH,
                new Maker("Ana", Role.ARTIST, key),
                Optional.empty(),
                assertions);
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
