package studio.backlot.clearance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Entries and persons to feed what the ledger adds up to.
final class TestEntries {
    static final PayloadReference TITLE = payload(1);

    private static final UUID PRODUCTION = new UUID(0, 77);

    private TestEntries() {}

    /// A person with both keys at hand.
    record Signer(Person person, SigningKey everydayKey, SigningKey guardedKey) {
        static Signer of(String name, Role... roles) {
            SigningKey everyday = SigningKey.generate();
            SigningKey guarded = SigningKey.generate();
            return new Signer(
                    new Person(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            name,
                            Set.of(roles),
                            new PersonKeys(everyday.verificationKey(), guarded.verificationKey())),
                    everyday,
                    guarded);
        }

        Signatory everyday() {
            return Signatory.of(person.name(), role(), everydayKey);
        }

        Signatory guarded() {
            return Signatory.of(person.name(), role(), guardedKey);
        }

        private Role role() {
            return person.roles().stream().sorted().findFirst().orElseThrow();
        }
    }

    /// A person without a key.
    static Signatory typed(String name, Role role) {
        return Signatory.unsigned(new Maker(name, role));
    }

    /// The first is a producer who vouches for all the others.
    static EnrolledPersons enrolled(Signer first, Signer... others) {
        var persons = new EnrolledPersons();
        persons.accept(
                1,
                new Enrolment(Enrolment.Act.ENROL, first.person(), Enrolment.Vouched.SELF),
                first.everyday().maker().key());
        for (Signer other : others) {
            persons.accept(
                    2,
                    new Enrolment(Enrolment.Act.ENROL, other.person(), Enrolment.Vouched.PRODUCER),
                    first.guarded().maker().key());
        }
        return persons;
    }

    static PayloadReference payload(long id) {
        return new PayloadReference(
                id,
                PayloadKind.NOTE,
                ContentHash.of(new byte[] {(byte) id}),
                ContentHash.of(new byte[] {(byte) id, 1}));
    }

    static KnownEntry entry(long index, EventType event, Signatory by, JsonObject assertions) {
        return KnownEntry.local(ledgerEntry(index, event, by, assertions));
    }

    /// An entry of another machine's ledger.
    static KnownEntry imported(long index, EventType event, Signatory by, JsonObject assertions) {
        return new KnownEntry(
                ledgerEntry(index, event, by, assertions),
                new Source.Imported(
                        new UUID(0, 78), ContentHash.of(new byte[] {7}), new UUID(0, 79)));
    }

    private static LedgerEntry ledgerEntry(
            long index, EventType event, Signatory by, JsonObject assertions) {
        var entry =
                new LedgerEntry(
                        index,
                        new UUID(1, index),
                        PRODUCTION,
                        event,
                        Instant.parse("2026-02-03T04:05:06Z").plusSeconds(index),
                        by.maker(),
                        Optional.empty(),
                        assertions);
        return by.key().map(entry::signedBy).orElse(entry);
    }
}
