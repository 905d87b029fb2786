package studio.backlot.clearance;

import java.util.UUID;
import studio.backlot.base.ContentHash;

/// Where a known entry comes from.
public sealed interface Source {
    /// This production's own ledger.
    record Local() implements Source {}

    /// The ledger of another machine, from a package that was verified: the production and the
    /// fingerprint of the log key of that ledger, and the package's id.
    record Imported(UUID production, ContentHash logKey, UUID packageId) implements Source {}
}
