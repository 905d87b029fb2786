package studio.backlot.workflow;

import java.util.List;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Register;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;

/// Keeps the [Register] of an open production: each question reads only what was appended since the
/// last. Not for several threads.
public final class RegisterSource {
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final Register register = new Register();
    private long next;

    public RegisterSource(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The register over all entries that the ledger has now.
    public Register upToDate() {
        while (true) {
            List<LedgerEntry> page = ledger.registerEntries(next, PAGE);
            if (page.isEmpty()) {
                return register;
            }
            page.forEach(entry -> register.accept(KnownEntry.local(entry)));
            next = page.getLast().index() + 1;
        }
    }
}
