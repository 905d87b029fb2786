package studio.backlot.architecture.planted.raster;

import studio.backlot.architecture.planted.provenance.Ledger;

/// Guilty: a feature that knows another without an arrow.
public final class KnowsTheLedger {
    private KnowsTheLedger() {}

    public static boolean isThere(Ledger ledger) {
        return ledger.hashCode() != 0;
    }
}
