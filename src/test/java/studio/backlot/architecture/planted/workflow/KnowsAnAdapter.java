package studio.backlot.architecture.planted.workflow;

import studio.backlot.architecture.planted.provenance.sqlite.SqliteLedger;

/// Guilty: only `app` sees an adapter.
public final class KnowsAnAdapter {
    private KnowsAnAdapter() {}

    public static boolean isThere(SqliteLedger ledger) {
        return ledger.hashCode() != 0;
    }
}
