package studio.backlot.workflow;

import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.search.LedgerIndex;

/// Gives the index of an open production, made or brought up to date when it is first asked for:
/// most commands need none.
public interface IndexSource {
    /// The index, as far as the ledger goes now; owned by the production.
    default LedgerIndex upToDate() {
        return upToDate(Progress.NONE, new Cancellation());
    }

    /// As [#upToDate()], with word of how far it has come in entries.
    LedgerIndex upToDate(Progress progress, Cancellation cancellation);

    /// How many entries [#upToDate()] would have to read: all of them without an index.
    long behind();
}
