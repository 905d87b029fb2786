package studio.backlot.architecture.planted.cli;

import java.util.function.Consumer;
import studio.backlot.architecture.planted.asset.AssetStore;

/// Guilty: a method reference is a call as well.
public final class KeepsByReference {
    private KeepsByReference() {}

    public static Consumer<byte[]> keeper(AssetStore store) {
        return store::put;
    }
}
