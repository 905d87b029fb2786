package studio.backlot.architecture.planted.base;

import studio.backlot.architecture.planted.asset.AssetStore;

/// Guilty: `base` knows nobody.
public final class KnowsAFeature {
    private KnowsAFeature() {}

    public static boolean isThere(AssetStore store) {
        return store.hashCode() != 0;
    }
}
