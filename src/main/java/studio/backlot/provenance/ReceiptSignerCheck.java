package studio.backlot.provenance;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Person;
import studio.backlot.identity.VerificationKey;

/// Checks the person's signature on the entry of a [Receipt]: that the log enrolled a person of
/// that name with that key before, and that this key signed.
///
/// That the key still held when it signed is not shown by a receipt: for that, verify the ledger.
final class ReceiptSignerCheck {
    private final Receipt receipt;
    private final LedgerEntry entry;
    private final Consumer<ValidationStatus> statuses;

    ReceiptSignerCheck(Receipt receipt, LedgerEntry entry, Consumer<ValidationStatus> statuses) {
        this.receipt = receipt;
        this.entry = entry;
        this.statuses = statuses;
    }

    void run() {
        if (entry.person().key().isPresent() != entry.signature().isPresent()) {
            finding(
                    "receipt.signerInvalid",
                    "the entry names a key and no signature, or carries a signature and does not say whose");
        } else if (entry.person().key().isPresent()) {
            enrolling().ifPresent(this::checkSigner);
        }
    }

    /// The entry that gives the signer's key: this one, or the one that the receipt adds.
    private Optional<LedgerEntry> enrolling() {
        if (receipt.enrolment().isEmpty()) {
            if (Enrolment.isIn(entry)) {
                return Optional.of(entry);
            }
            finding(
                    "receipt.signerUnknown",
                    "the entry is signed, and the receipt does not show who has that key");
            return Optional.empty();
        }
        ProvenEntry proven = receipt.enrolment().get();
        if (!proven.isUnder(receipt.checkpoint().checkpoint())) {
            finding(
                    "receipt.notIncluded",
                    "the path does not lead from the signer's enrolment to the signed root");
        }
        try {
            return Optional.of(LedgerEntry.parseExact(proven.entry()));
        } catch (MalformedEntry e) {
            finding(
                    "receipt.entryMalformed",
                    "the signer's enrolment cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkSigner(LedgerEntry enrolling) {
        Optional<Enrolment> enrolment = read(enrolling);
        Optional<VerificationKey> key = enrolment.flatMap(this::signersKey);
        if (key.isEmpty()
                || enrolling.index() > entry.index()
                || !enrolling.production().equals(entry.production())
                || (receipt.enrolment().isPresent()
                        && enrolling.index() != receipt.enrolment().get().proof().index())) {
            finding(
                    "receipt.signerUnknown",
                    "the enrolment shown gives "
                            + entry.person().name()
                            + " no such key before this entry");
            return;
        }
        if (entry.signature().filter(s -> s.isBy(key.get(), entry.unsignedBytes())).isEmpty()) {
            finding(
                    "receipt.signerInvalid",
                    "the entry's signature is not by the key of " + entry.person().name());
        }
        if (entry.event().isGuarded()
                && !key.get().equals(enrolment.orElseThrow().person().keys().guarded())) {
            finding(
                    "receipt.notGuarded",
                    "such an entry must be signed with the guarded key of "
                            + entry.person().name()
                            + ", and the everyday key signed it");
        }
    }

    private static Optional<Enrolment> read(LedgerEntry enrolling) {
        try {
            return Enrolment.isIn(enrolling)
                    ? Optional.of(Enrolment.of(enrolling))
                    : Optional.empty();
        } catch (MalformedEntry e) {
            return Optional.empty();
        }
    }

    /// The enrolled key that the entry names, when the enrolment is of that name and ends nothing.
    private Optional<VerificationKey> signersKey(Enrolment enrolment) {
        Person person = enrolment.person();
        Optional<ContentHash> named = entry.person().key();
        return enrolment.act() == Enrolment.Act.RETIRE
                        || !person.name().equals(entry.person().name())
                ? Optional.empty()
                : Stream.of(person.keys().everyday(), person.keys().guarded())
                        .filter(key -> Optional.of(key.fingerprint()).equals(named))
                        .findFirst();
    }

    private void finding(String code, String explanation) {
        statuses.accept(ValidationStatus.finding(code, "receipt", explanation));
    }
}
