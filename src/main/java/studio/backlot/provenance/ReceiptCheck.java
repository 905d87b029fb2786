package studio.backlot.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The verification of one [Receipt]: every check is made, whatever the others gave.
final class ReceiptCheck {
    private final Receipt receipt;
    private final List<ValidationStatus> statuses = new ArrayList<>();

    ReceiptCheck(Receipt receipt) {
        this.receipt = receipt;
    }

    List<ValidationStatus> run(KnownKey known) {
        checkKey(known);
        checkInclusion();
        Optional<LedgerEntry> entry = readEntry(receipt.entry());
        entry.ifPresent(this::checkEntry);
        entry.ifPresent(signed -> new ReceiptSignerCheck(receipt, signed, statuses::add).run());
        return List.copyOf(statuses);
    }

    private void checkKey(KnownKey known) {
        NoteKey key = receipt.logKey();
        if (!known.isOf(key)) {
            finding(
                    "receipt.keyUnknown",
                    "the receipt is signed with a key other than the one you gave: its fingerprint is "
                            + key.key().fingerprint()
                            + "; ask the production for its key by another way");
        }
        if (!receipt.checkpoint().isSignedBy(key)) {
            finding(
                    "receipt.signatureInvalid",
                    "the checkpoint is not signed by the key in the receipt");
        }
    }

    private void checkInclusion() {
        if (!new ProvenEntry(receipt.entry(), receipt.proof())
                .isUnder(receipt.checkpoint().checkpoint())) {
            finding(
                    "receipt.notIncluded",
                    "the path does not lead from this entry to the signed root: the entry, its index "
                            + "or the path was changed");
        }
    }

    private Optional<LedgerEntry> readEntry(byte[] bytes) {
        try {
            LedgerEntry entry = LedgerEntry.parseExact(bytes);
            PayloadReference.allIn(entry.assertions());
            return Optional.of(entry);
        } catch (MalformedEntry e) {
            finding("receipt.entryMalformed", "the entry cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkEntry(LedgerEntry entry) {
        if (entry.index() != receipt.proof().index()) {
            finding(
                    "receipt.indexMismatch",
                    "the entry says index "
                            + entry.index()
                            + ", the receipt "
                            + receipt.proof().index());
        }
        String origin = Checkpoint.originOf(entry.production());
        if (!receipt.checkpoint().checkpoint().origin().equals(origin)
                || !receipt.logKey().name().equals(origin)) {
            finding(
                    "receipt.productionMismatch",
                    "the entry belongs to "
                            + origin
                            + ", the checkpoint to "
                            + receipt.checkpoint().checkpoint().origin()
                            + ", the key to "
                            + receipt.logKey().name());
        }
        Map<Long, PayloadReference> references = new TreeMap<>();
        PayloadReference.allIn(entry.assertions())
                .forEach(reference -> references.put(reference.id(), reference));
        for (PayloadOpening opening : receipt.openings()) {
            Optional<PayloadReference> reference =
                    Optional.ofNullable(references.get(opening.payload()));
            boolean isProven =
                    reference
                            .filter(r ->
                                    r.kind() == opening.kind()
                                            && r.commitment().equals(opening.commitment()))
                            .isPresent();
            if (!isProven) {
                statuses.add(
                        ValidationStatus.finding(
                                "receipt.openingMismatch",
                                "payload " + opening.payload(),
                                "the text shown is not the one that the entry committed to"));
            }
        }
    }

    private void finding(String code, String explanation) {
        statuses.add(ValidationStatus.finding(code, "receipt", explanation));
    }
}
