package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.SignedNote;
import studio.backlot.search.LedgerIndex;

/// Makes the receipt by which an outsider sees that a record is in the ledger, without seeing the
/// rest.
public final class ProveEntry {
    private final OpenProduction production;

    public ProveEntry(OpenProduction production) {
        this.production = production;
    }

    /// The receipt of an entry under a fresh checkpoint. `isOpening`: whether it shows those of the
    /// entry's texts that this machine can open.
    public Receipt run(LedgerEntry entry, boolean isOpening) {
        SignedNote checkpoint = production.ledger().checkpoint();
        List<PayloadOpening> openings = isOpening ? openings(entry) : List.of();
        LedgerIndex index =
                production
                        .index()
                        .orElseThrow(() ->
                                new LedgerFailed(
                                        "a receipt is made by the production's writer: open it for writing"))
                        .upToDate();
        NodeSource nodes = index.nodes();
        Receipt receipt = Receipt.of(entry, nodes, checkpoint, production.logKey(), openings);
        return enrolling(entry)
                .map(enrolling -> receipt.withEnrolment(enrolling, nodes))
                .orElse(receipt);
    }

    /// The earlier entry that gave the key which signed this one.
    private Optional<LedgerEntry> enrolling(LedgerEntry entry) {
        EnrolledPersons persons = production.register().persons();
        return entry.person()
                .key()
                .flatMap(persons::key)
                .map(EnrolledPersons.Key::from)
                .filter(from -> from < entry.index())
                .flatMap(production.ledger()::entry);
    }

    private List<PayloadOpening> openings(LedgerEntry entry) {
        List<PayloadOpening> openings = new ArrayList<>();
        for (PayloadReference reference : PayloadReference.allIn(entry.assertions())) {
            if (production.payloads().open(reference) instanceof PayloadContent.Open open) {
                openings.add(
                        new PayloadOpening(
                                reference.id(), reference.kind(), open.salt(), open.content()));
            }
        }
        return openings;
    }
}
