package studio.backlot.architecture.planted.workflow;

import studio.backlot.architecture.planted.asset.AssetStore;
import studio.backlot.architecture.planted.provenance.Ledger;

/// Innocent: a workflow writes the ledger.
public final class GeneratePlate {
    private final Ledger ledger;
    private final AssetStore store;

    public GeneratePlate(Ledger ledger, AssetStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    public void start() {
        store.put(new byte[0]);
        ledger.append("outcome");
    }
}
