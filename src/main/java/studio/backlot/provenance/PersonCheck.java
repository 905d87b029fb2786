package studio.backlot.provenance;

import java.util.Optional;
import studio.backlot.base.ContentHash;

/// Checks who made each entry: that its key was enrolled and held then, that what needs the guarded
/// key was signed with it, and the signatures themselves.
///
/// The signatures of enrolments, verdicts, hand-overs, consents and overrides are always checked,
/// those of all other entries when asked, since each takes half a millisecond.
final class PersonCheck {
    private final Findings findings;
    private final boolean isOfAllSignatures;
    private final EnrolledPersons persons = new EnrolledPersons();
    private long unsignedBefore;

    PersonCheck(Findings findings, boolean isOfAllSignatures) {
        this.findings = findings;
        this.isOfAllSignatures = isOfAllSignatures;
    }

    void accept(CanonicalEntryScanner entry, byte[] body, long index) {
        Optional<ContentHash> signer = entry.maker.key();
        boolean isSigned = entry.signatureAt > 0;
        if (signer.isPresent() != isSigned) {
            findings.finding(
                    "person.signatureMissing",
                    "entry " + index,
                    isSigned
                            ? "it carries a signature and does not say whose"
                            : "it names the key of " + entry.maker.name() + " and is not signed");
            return;
        }
        if (!isSigned) {
            acceptUnsigned(entry, index);
            return;
        }
        if (mayEnrol(entry.event)) {
            enrol(LedgerEntry.parse(body), index);
        }
        checkKey(entry, signer.orElseThrow(), body, index);
    }

    private void acceptUnsigned(CanonicalEntryScanner entry, long index) {
        if (!persons.all().isEmpty()) {
            findings.finding(
                    "person.unsigned",
                    "entry " + index,
                    "it is signed by nobody, in a ledger whose persons have keys");
        } else if (entry.event == EventType.PERSON) {
            findings.finding(
                    "person.enrolmentRefused", "entry " + index, "an enrolment must be signed");
        } else {
            unsignedBefore++;
        }
    }

    private static boolean mayEnrol(EventType event) {
        return event == EventType.PERSON || event == EventType.PRODUCTION;
    }

    private void enrol(LedgerEntry entry, long index) {
        if (!Enrolment.isIn(entry)) {
            return;
        }
        try {
            persons.accept(index, Enrolment.of(entry), entry.person().key())
                    .ifPresent(why ->
                            findings.finding("person.enrolmentRefused", "entry " + index, why));
        } catch (MalformedEntry e) {
            findings.finding(
                    "person.malformed",
                    "entry " + index,
                    "this enrolment cannot be read: " + e.getMessage());
        }
    }

    private void checkKey(
            CanonicalEntryScanner entry, ContentHash signer, byte[] body, long index) {
        Optional<EnrolledPersons.Key> known = persons.key(signer);
        String where = "entry " + index;
        if (known.isEmpty()) {
            findings.finding(
                    "person.unknown",
                    where,
                    "it is signed by a key that nobody enrolled, in the name of "
                            + entry.maker.name());
            return;
        }
        EnrolledPersons.Key key = known.get();
        if (!key.holdsAt(index)) {
            findings.finding(
                    "person.keyEnded",
                    where,
                    "it is signed by a key of "
                            + entry.maker.name()
                            + " that was retired or replaced by entry "
                            + key.until());
        }
        Optional<String> owner = persons.person(key.person()).map(s -> s.person().name());
        if (!owner.equals(Optional.of(entry.maker.name()))) {
            findings.finding(
                    "person.otherName",
                    where,
                    "it is in the name of "
                            + entry.maker.name()
                            + " and signed by a key of "
                            + owner.orElse("nobody"));
        }
        if (entry.event.isGuarded() && !key.isGuarded()) {
            findings.finding(
                    "person.notGuarded",
                    where,
                    "such an entry must be signed with the guarded key of "
                            + entry.maker.name()
                            + ", and the everyday key signed it");
        }
        if (isOfAllSignatures || entry.event.isGuarded() || mayEnrol(entry.event)) {
            checkSignature(LedgerEntry.parse(body), key, where);
        }
    }

    private void checkSignature(LedgerEntry entry, EnrolledPersons.Key key, String where) {
        boolean isBy =
                entry.signature()
                        .filter(signature -> signature.isBy(key.key(), entry.unsignedBytes()))
                        .isPresent();
        if (!isBy) {
            findings.finding(
                    "person.signatureInvalid",
                    where,
                    "its signature is not by the key of " + entry.person().name());
        }
    }

    /// Says what the whole ledger shows.
    void finish() {
        if (persons.all().isEmpty()) {
            return;
        }
        if (unsignedBefore > 0) {
            findings.finding(
                    "person.unsigned",
                    "entry 0",
                    "entries before the first enrolment are signed by nobody");
        }
        for (EnrolledPersons.Standing standing : persons.all()) {
            if (standing.isFirst()) {
                findings.note(
                        "person.first",
                        "ledger.sqlite",
                        standing.person().name()
                                + " began this ledger and vouches for themself: compare the fingerprint of their key with them");
            } else if (!standing.isVouched()) {
                findings.note(
                        "person.notVouched",
                        "ledger.sqlite",
                        "nobody has vouched for " + standing.person().name());
            }
        }
    }
}
