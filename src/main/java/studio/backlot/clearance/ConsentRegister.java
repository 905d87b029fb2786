package studio.backlot.clearance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// The consents of a production as its `consent` and `withdrawal` entries make them.
///
/// A consent counts when a guarded key of a person enrolled here signed it; a withdrawal counts
/// whoever recorded it. Consents of other machines' ledgers do not count: their texts are not here.
/// Not for several threads.
public final class ConsentRegister {
    private final EnrolledPersons persons;
    private final Map<UUID, Consent> consents = new LinkedHashMap<>();

    /// `persons` are those enrolled up to the entry that is accepted next.
    public ConsentRegister(EnrolledPersons persons) {
        this.persons = persons;
    }

    /// Takes the next entry; ignores what is neither a consent nor its end. Answers why it does not
    /// count, or nothing when it does.
    public Optional<String> accept(KnownEntry known) {
        if (!(known.source() instanceof Source.Local)) {
            return Optional.empty();
        }
        LedgerEntry entry = known.entry();
        try {
            return switch (entry.event()) {
                case CONSENT -> record(entry);
                case WITHDRAWAL -> withdraw(entry);
                default -> Optional.empty();
            };
        } catch (MalformedEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> record(LedgerEntry entry) {
        Consent consent = Consent.of(entry);
        if (consents.containsKey(consent.id())) {
            return Optional.of("consent " + consent.id() + " is there already");
        }
        boolean isGuarded =
                entry.person()
                        .key()
                        .flatMap(persons::key)
                        .filter(EnrolledPersons.Key::isGuarded)
                        .filter(key -> key.holdsAt(entry.index()))
                        .isPresent();
        if (!isGuarded) {
            return Optional.of("a consent counts only with the signature of a guarded key");
        }
        consents.put(consent.id(), consent);
        return Optional.empty();
    }

    private Optional<String> withdraw(LedgerEntry entry) {
        JsonObject label =
                entry.assertions()
                        .object(Consent.LABEL)
                        .orElseThrow(() -> new MalformedEntry("it names no consent"));
        Consent consent = consents.get(Consent.id(label));
        if (consent == null) {
            return Optional.of("consent " + Consent.id(label) + " is not known");
        }
        if (consent.withdrawn().isEmpty()) {
            consents.put(
                    consent.id(),
                    consent.withdrawn(
                            new Consent.Withdrawal(
                                    entry.index(),
                                    entry.time(),
                                    label.object("reason").map(PayloadReference::parse))));
        }
        return Optional.empty();
    }

    /// All consents, in the order they were recorded, those withdrawn among them.
    public List<Consent> all() {
        return List.copyOf(consents.values());
    }

    public Optional<Consent> find(UUID id) {
        return Optional.ofNullable(consents.get(id));
    }
}
