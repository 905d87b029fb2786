package studio.backlot.provenance.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.Milestone;
import studio.backlot.identity.SigningKey;

/// What a [SqliteLedger] needs to write: the production, the key that signs its heads, where time
/// and entry ids come from, who is told of milestones, and the folder outside the production in
/// which the newest head is anchored.
///
/// Milestones are `<event>-before-commit` and `<event>-committed`, with the event of an append's
/// first entry.
public record LedgerSetup(
        UUID production,
        SigningKey key,
        InstantSource clock,
        Supplier<UUID> ids,
        Milestone milestone,
        Optional<Path> anchorFolder) {

    /// A setup without milestones and without an anchor.
    public static LedgerSetup of(
            UUID production, SigningKey key, InstantSource clock, Supplier<UUID> ids) {
        return new LedgerSetup(production, key, clock, ids, Milestone.NONE, Optional.empty());
    }

    public LedgerSetup withMilestone(Milestone told) {
        return new LedgerSetup(production, key, clock, ids, told, anchorFolder);
    }

    public LedgerSetup withAnchor(Path folder) {
        return new LedgerSetup(production, key, clock, ids, milestone, Optional.of(folder));
    }
}
