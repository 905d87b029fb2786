package studio.backlot.workflow;

import java.nio.file.Path;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.ReceiptPage;

/// Makes the receipt of a record and keeps it as JSON and as a page that checks itself.
public final class KeepReceipt {
    private KeepReceipt() {}

    /// The receipt of a record, by its number or the hash of its asset, for this reader, in that
    /// folder; returns the page. Throws [ActRefused] for another person's draft.
    public static Path in(
            Path folder, OpenProduction production, String numberOrAsset, Maker reader) {
        LedgerEntry entry = new FindEntry(production).of(numberOrAsset.strip());
        if (new SealedDrafts(production, reader).isSealed(entry)) {
            throw SealedDrafts.refusal(entry);
        }
        Receipt receipt = new ProveEntry(production).run(entry, false);
        String name = production.layout().root().getFileName() + "-record-" + entry.index();
        KeepFile.writeIn(folder, name + ".json", receipt.bytes());
        return KeepFile.writeIn(folder, name + ".html", new ReceiptPage(receipt).bytes());
    }
}
