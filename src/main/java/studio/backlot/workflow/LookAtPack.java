package studio.backlot.workflow;

import java.time.Duration;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.diffusion.PlateRequest;

/// What a production knows of a pack: the newest plate that was made with it, and how long one
/// takes on this machine.
public final class LookAtPack {
    private static final int LOOKED_THROUGH = 100;

    private final OpenProduction production;
    private final BrowseAssets assets;

    /// `assets` lists what the person who looks may see.
    public LookAtPack(OpenProduction production, BrowseAssets assets) {
        this.production = production;
        this.assets = assets;
    }

    /// The newest plate that may be shown, and the time for one with the usual settings; none where
    /// there was no such run yet.
    public record Seen(Optional<ContentHash> newest, Optional<Duration> perPlate) {
        /// Nothing is known.
        public static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());
    }

    /// What is known of the pack of this name.
    public Seen of(String pack) {
        Optional<ContentHash> newest =
                assets.page(AssetFilter.ALL, Optional.empty(), LOOKED_THROUGH).cards().stream()
                        .filter(card -> card.made().pack().equals(Optional.of(pack)))
                        .map(AssetCard::asset)
                        .findFirst();
        return new Seen(newest, perPlate(pack));
    }

    private Optional<Duration> perPlate(String pack) {
        PlateRequest usual = PlateRequest.of("");
        return new Estimates(production.settings())
                .cost(QueuedOrder.costKey(pack, usual))
                .map(cost -> cost.of(usual.inferenceSteps()));
    }
}
