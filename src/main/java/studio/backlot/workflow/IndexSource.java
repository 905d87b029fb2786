package studio.backlot.workflow;

import studio.backlot.search.LedgerIndex;

/// Gives the index of an open production, made or brought up to date when it is first asked for:
/// most commands need none.
@FunctionalInterface
public interface IndexSource {
    /// The index, as far as the ledger goes now; owned by the production.
    LedgerIndex upToDate();
}
