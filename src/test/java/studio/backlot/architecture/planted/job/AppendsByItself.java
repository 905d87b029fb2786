package studio.backlot.architecture.planted.job;

import studio.backlot.architecture.planted.provenance.Ledger;

/// Guilty: only workflows write the ledger.
public final class AppendsByItself {
    private AppendsByItself() {}

    public static void run(Ledger ledger) {
        ledger.append("mine");
    }
}
