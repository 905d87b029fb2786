package studio.backlot.ui.gallery;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import studio.backlot.search.AssetRow;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetFilter;
import studio.backlot.workflow.BrowseAssets;

/// Where the cards of a list come from; both parts are called beside the window's thread.
public record CardSource(ToLongFunction<AssetFilter> count, Pages pages) {
    /// Reads a stretch of a list.
    @FunctionalInterface
    public interface Pages {
        /// Up to `limit` cards from the one of this number on. `after` is the key of the card right
        /// before it, where that is known: then nothing is counted.
        List<AssetCard> read(
                AssetFilter filter, long from, Optional<AssetRow.Key> after, int limit);
    }

    /// The cards that a person may see of a production.
    public static CardSource of(BrowseAssets browse) {
        return new CardSource(
                browse::count,
                (filter, from, after, limit) ->
                        after.isPresent()
                                ? browse.page(filter, after, limit).cards()
                                : browse.pageAt(filter, from, limit).cards());
    }
}
