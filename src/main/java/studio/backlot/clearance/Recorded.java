package studio.backlot.clearance;

import java.time.Instant;
import java.util.UUID;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// The entry that records something: in which production's ledger, at which place, by whom, when.
public record Recorded(UUID production, long index, Maker by, Instant time) {
    static Recorded of(LedgerEntry entry) {
        return new Recorded(entry.production(), entry.index(), entry.person(), entry.time());
    }
}
