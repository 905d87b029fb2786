package studio.backlot.workflow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;
import studio.backlot.catalog.ModelPack;
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

    /// What is known of a pack; a record may give its name or its id.
    public Seen of(ModelPack pack) {
        Set<String> names = Stream.of(pack.id(), pack.displayName()).collect(Collectors.toSet());
        Optional<ContentHash> newest =
                assets.page(AssetFilter.ALL, Optional.empty(), LOOKED_THROUGH).cards().stream()
                        .filter(card -> card.made().pack().filter(names::contains).isPresent())
                        .map(AssetCard::asset)
                        .findFirst();
        return new Seen(newest, perPlate(pack.id()));
    }

    private Optional<Duration> perPlate(String pack) {
        PlateRequest usual = PlateRequest.of("");
        return new Estimates(production.settings())
                .cost(QueuedOrder.costKey(pack, usual))
                .map(cost -> cost.of(usual.inferenceSteps()));
    }
}
