package studio.backlot.architecture.planted.app;

import java.time.Instant;
import studio.backlot.architecture.planted.provenance.sqlite.SqliteLedger;

/// Innocent: the composition root may know an adapter and ask the clock.
public final class Wiring {
    private Wiring() {}

    public static long describe(SqliteLedger ledger) {
        return ledger.hashCode() + Instant.now().getEpochSecond();
    }
}
