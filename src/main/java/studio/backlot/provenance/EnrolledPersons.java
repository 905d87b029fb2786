package studio.backlot.provenance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.identity.VerificationKey;

/// The persons of one ledger as its `person` entries make them, and which key was whose, when.
///
/// The first person stands up for themself; everyone after that is *vouched* for when a vouched
/// producer has signed their enrolment with a guarded key. Fed in the order of the ledger. Not for
/// several threads.
public final class EnrolledPersons {
    private final Map<UUID, Standing> standings = new LinkedHashMap<>();
    private final Map<ContentHash, Key> keys = new HashMap<>();

    /// How a person stands: whether somebody vouched for them, whether they are retired, and
    /// whether they were the first, who vouched for themself.
    public record Standing(Person person, boolean isVouched, boolean isRetired, boolean isFirst) {}

    /// A key of a person: which of the two it is, and the entries that it may sign, from its
    /// enrolment to the entry that ended it.
    public record Key(UUID person, VerificationKey key, boolean isGuarded, long from, long until) {
        /// Whether it may sign the entry of that index.
        public boolean holdsAt(long index) {
            return from <= index && index <= until;
        }
    }

    /// All persons, in the order they were enrolled.
    public List<Standing> all() {
        return List.copyOf(standings.values());
    }

    public Optional<Standing> person(UUID id) {
        return Optional.ofNullable(standings.get(id));
    }

    /// The key of that fingerprint, whether or not it still holds.
    public Optional<Key> key(ContentHash fingerprint) {
        return Optional.ofNullable(keys.get(fingerprint));
    }

    /// Who made an entry, if its key is enrolled.
    public Optional<Standing> maker(LedgerEntry entry) {
        return entry.person().key().flatMap(this::key).flatMap(key -> person(key.person()));
    }

    /// Takes the enrolment that the entry of this index holds. Answers why it does not count, or
    /// nothing when it does. That the signature is the signer's is for the verifier to check.
    public Optional<String> accept(long index, Enrolment enrolment, Optional<ContentHash> signer) {
        Optional<String> refusal = refuses(index, enrolment, signer);
        if (refusal.isEmpty()) {
            apply(index, enrolment);
        }
        return refusal;
    }

    /// What [#accept] would answer; changes nothing.
    public Optional<String> refuses(long index, Enrolment enrolment, Optional<ContentHash> signer) {
        return switch (enrolment.act()) {
            case ENROL -> refusesEnrolment(enrolment, signer, index);
            case RETIRE -> refusesEnd(enrolment, signer, index);
            case REPLACE_KEYS ->
                    refusesEnd(enrolment, signer, index)
                            .or(() -> otherPersonsKey(enrolment.person()));
        };
    }

    private Optional<String> refusesEnrolment(
            Enrolment enrolment, Optional<ContentHash> signer, long index) {
        Person person = enrolment.person();
        Standing known = standings.get(person.id());
        if (known != null && !known.person().keys().equals(person.keys())) {
            return Optional.of(person.name() + " is enrolled already, with other keys");
        }
        if (known != null && known.isRetired()) {
            return Optional.of(person.name() + " is retired; enrol them with new keys");
        }
        return otherPersonsKey(person)
                .or(() ->
                        switch (enrolment.vouched()) {
                            case SELF ->
                                    isOwnKey(person, signer)
                                            ? Optional.empty()
                                            : Optional.of(
                                                    "who enrols themself must sign it with one of the keys it names");
                            case PRODUCER ->
                                    isVouchedProducer(signer, index)
                                            ? Optional.empty()
                                            : Optional.of(
                                                    "only a producer who is vouched for may vouch for another, with the guarded key");
                        });
    }

    private static boolean isOwnKey(Person person, Optional<ContentHash> signer) {
        return signer.equals(Optional.of(person.keys().everyday().fingerprint()))
                || signer.equals(Optional.of(person.keys().guarded().fingerprint()));
    }

    private Optional<String> otherPersonsKey(Person person) {
        for (VerificationKey key : List.of(person.keys().everyday(), person.keys().guarded())) {
            Key known = keys.get(key.fingerprint());
            if (known != null && !known.person().equals(person.id())) {
                return Optional.of("one of the keys of " + person.name() + " is another person's");
            }
        }
        return Optional.empty();
    }

    private boolean isVouchedProducer(Optional<ContentHash> signer, long index) {
        return signer.flatMap(this::key)
                .filter(key -> key.isGuarded() && key.holdsAt(index))
                .flatMap(key -> person(key.person()))
                .filter(standing -> standing.isVouched() && !standing.isRetired())
                .filter(standing -> standing.person().roles().contains(Role.PRODUCER))
                .isPresent();
    }

    private Optional<String> refusesEnd(
            Enrolment enrolment, Optional<ContentHash> signer, long index) {
        Standing known = standings.get(enrolment.person().id());
        if (known == null || known.isRetired()) {
            return Optional.of(enrolment.person().name() + " is not enrolled");
        }
        boolean isOwn = signer.equals(Optional.of(known.person().keys().guarded().fingerprint()));
        return isOwn || isVouchedProducer(signer, index)
                ? Optional.empty()
                : Optional.of(
                        "keys are ended by their person's guarded key or by a producer who is vouched for");
    }

    private void apply(long index, Enrolment enrolment) {
        Person person = enrolment.person();
        Standing known = standings.get(person.id());
        boolean isFirst = known == null ? standings.isEmpty() : known.isFirst();
        boolean isVouched =
                isFirst
                        || enrolment.vouched() == Enrolment.Vouched.PRODUCER
                        || (known != null && known.isVouched());
        if (enrolment.act() != Enrolment.Act.ENROL && known != null) {
            end(known.person(), index);
        }
        boolean isRetired = enrolment.act() == Enrolment.Act.RETIRE;
        standings.put(person.id(), new Standing(person, isVouched, isRetired, isFirst));
        if (!isRetired) {
            begin(person, person.keys().everyday(), false, index);
            begin(person, person.keys().guarded(), true, index);
        }
    }

    private void begin(Person person, VerificationKey key, boolean isGuarded, long index) {
        keys.putIfAbsent(
                key.fingerprint(), new Key(person.id(), key, isGuarded, index, Long.MAX_VALUE));
    }

    private void end(Person person, long index) {
        for (VerificationKey key : List.of(person.keys().everyday(), person.keys().guarded())) {
            keys.computeIfPresent(
                    key.fingerprint(),
                    (fingerprint, open) ->
                            new Key(open.person(), key, open.isGuarded(), open.from(), index));
        }
    }
}
