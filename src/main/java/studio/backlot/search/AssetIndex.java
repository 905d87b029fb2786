package studio.backlot.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// The assets of a ledger in lists of any length: pages, counts and single ones.
///
/// Own assets are there after [LedgerIndex#catchUp]; what was handed in and decided, and what came
/// in packages, after [#put]. Assets that the viewer of a query may not see are in no answer but
/// [#sealed]. An implementation MUST be safe for several threads; failures are [IndexFailed].
public interface AssetIndex {
    /// Up to `limit` rows in the order of the query, the first ones or those after a key.
    List<AssetRow> page(AssetQuery query, Optional<AssetRow.Key> after, int limit);

    /// Up to `limit` rows from the one of this number on, counted from 0: for a jump in a list.
    List<AssetRow> pageAt(AssetQuery query, long number, int limit);

    /// How many rows the query has in all.
    long count(AssetQuery query);

    /// The rows of one asset, the newest first; more than one where several persons made it.
    List<AssetRow> ofAsset(AssetQuery.Viewer viewer, ContentHash asset);

    /// How many rows of the query lie in each top node of the show; under none, those without a
    /// slot.
    Map<Optional<UUID>, Long> perTopNode(AssetQuery query);

    /// The newest version that was handed in for a slot, 0 for none.
    long newestVersion(UUID slot);

    /// The names of the makers whose assets the viewer may see, in their order.
    List<String> makers(AssetQuery.Viewer viewer);

    /// How many assets are sealed from the viewer, those on other machines included as far as
    /// packages have told.
    long sealed(AssetQuery.Viewer viewer);

    /// Marks an asset as starred or hidden, or as neither.
    void mark(ContentHash asset, boolean isStarred, boolean isHidden);

    /// What is still to be found out before the rows say all that the ledger does.
    Unsettled unsettled();

    /// The assets that left questions, of these or of all, and where they lie.
    List<Asked> asked(Optional<Set<ContentHash>> assets);

    /// The assets that are meant for a slot.
    List<ContentHash> inSlot(UUID slot);

    /// The slots that some asset is meant for or that the show has, by what was put so far.
    Set<UUID> slots();

    /// Keeps a change.
    void put(StandingChange change);

    /// Entries before `upTo` were read for standings. `keys` are those of makers of whom it was not
    /// said yet who they are, `asked` the assets with questions that became known since.
    record Unsettled(long upTo, Set<ContentHash> keys, Set<ContentHash> asked) {
        public Unsettled {
            keys = Set.copyOf(keys);
            asked = Set.copyOf(asked);
        }
    }

    /// An asset, the rules that left questions about it, its slot, and the use case its run named.
    record Asked(
            ContentHash asset, Set<String> rules, Optional<UUID> slot, Optional<UUID> useCase) {
        public Asked {
            rules = Set.copyOf(rules);
        }
    }
}
