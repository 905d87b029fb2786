package studio.backlot.clearance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;

/// Makes the entries of one production as its ledger would, without a database: signed, counted,
/// one second apart.
final class Desk {
    private final UUID production;
    private final Source source;
    private Instant time = Instant.parse("2026-03-01T09:00:00Z");
    private long next;

    private Desk(UUID production, Source source) {
        this.production = production;
        this.source = source;
    }

    /// The desk at which the register is kept.
    static Desk here() {
        return new Desk(new UUID(1, 1), new Source.Local());
    }

    /// Another machine, whose entries come in packages.
    static Desk elsewhere(int number) {
        var id = new UUID(2, number);
        return new Desk(id, new Source.Imported(id, hash("log " + number), new UUID(3, number)));
    }

    /// Someone with two keys.
    record Somebody(Person person, SigningKey everyday, SigningKey guarded) {
        static Somebody named(String name) {
            var everyday = SigningKey.generate();
            var guarded = SigningKey.generate();
            var keys = new PersonKeys(everyday.verificationKey(), guarded.verificationKey());
            var id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
            return new Somebody(
                    new Person(id, name, EnumSet.allOf(Role.class), keys), everyday, guarded);
        }

        Signatory byEveryday() {
            return Signatory.of(person.name(), Role.ARTIST, everyday);
        }

        Signatory byGuarded() {
            return Signatory.of(person.name(), Role.PRODUCER, guarded);
        }

        /// Enrols this person first, so that they are vouched for, or as one who only says so.
        void enrolIn(EnrolledPersons persons, long index) {
            var enrolment = new Enrolment(Enrolment.Act.ENROL, person, Enrolment.Vouched.SELF);
            persons.accept(index, enrolment, Optional.of(everyday.verificationKey().fingerprint()));
        }
    }

    void setClock(String instant) {
        time = Instant.parse(instant);
    }

    long nextIndex() {
        return next;
    }

    /// The next entry, its assertions given as JSON with `'` for quotation marks.
    KnownEntry entry(EventType event, Signatory by, String assertions) {
        return entry(event, by, json(assertions));
    }

    KnownEntry entry(EventType event, Signatory by, JsonObject assertions) {
        var unsigned =
                new LedgerEntry(
                        next,
                        new UUID(production.getLeastSignificantBits(), next),
                        production,
                        event,
                        time,
                        by.maker(),
                        Optional.empty(),
                        assertions);
        next++;
        time = time.plusSeconds(1);
        return new KnownEntry(by.key().map(unsigned::signedBy).orElse(unsigned), source);
    }

    /// The same entry as this desk, or another, knows it.
    KnownEntry seen(KnownEntry known) {
        return new KnownEntry(known.entry(), source);
    }

    static JsonObject json(String text) {
        return JsonReader.parseObject(text.replace('\'', '"').getBytes(UTF_8));
    }

    static ContentHash hash(String name) {
        return ContentHash.of(name.getBytes(UTF_8));
    }

    /// A payload reference of kind note as an entry has it.
    static String note(long id) {
        return "{'payload':%d,'kind':'note','commitment':'%s','seal':'%s'}"
                .formatted(id, hash("commitment " + id), hash("seal " + id));
    }
}
