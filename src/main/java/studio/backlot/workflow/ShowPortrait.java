package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Person;

/// How a show looks from outside to one person: its newest plate that they may see, and how much
/// waits for them; `waits` is not known while the index is far behind.
public record ShowPortrait(Optional<ContentHash> cover, Optional<Long> waits) {
    /// The portrait as of now. Reads files.
    public static ShowPortrait of(OpenProduction production, Person viewer) {
        var browse = new BrowseAssets(production, viewer);
        BrowseAssets.Page newest = browse.first(1);
        return new ShowPortrait(
                newest.cards().stream().findFirst().map(AssetCard::asset),
                newest.isProvisional()
                        ? Optional.empty()
                        : Optional.of(
                                browse.waiting().stream()
                                        .mapToLong(BrowseAssets.Waiting::assets)
                                        .sum()));
    }
}
