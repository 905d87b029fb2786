package studio.backlot.workflow;

import java.util.List;
import java.util.function.Consumer;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;

/// Walks a whole ledger in pages, so that no long read holds the database.
final class EachEntry {
    private static final int REGISTER_PAGE = 1_000;

    private EachEntry() {}

    /// Shows each entry in order, as far as the ledger goes when the last page is read.
    static void of(Ledger ledger, int pageSize, Consumer<LedgerEntry> visitor) {
        long next = 0;
        while (true) {
            List<LedgerEntry> page = ledger.entries(next, pageSize);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(visitor);
            next = page.getLast().index() + 1;
        }
    }

    /// Shows each entry from this index on that says what holds in the production
    /// ([Ledger#registerEntries]), in order; returns the index to go on from.
    static long inRegister(Ledger ledger, long from, Consumer<LedgerEntry> visitor) {
        long next = from;
        for (List<LedgerEntry> page = ledger.registerEntries(next, REGISTER_PAGE);
                !page.isEmpty();
                page = ledger.registerEntries(next, REGISTER_PAGE)) {
            page.forEach(visitor);
            next = page.getLast().index() + 1;
        }
        return next;
    }
}
