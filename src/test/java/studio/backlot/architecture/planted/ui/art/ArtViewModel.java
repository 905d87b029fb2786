package studio.backlot.architecture.planted.ui.art;

import studio.backlot.architecture.library.javafx.scene.Node;

/// Guilty: a view model that knows a node.
public final class ArtViewModel {
    private ArtViewModel() {}

    public static boolean isThere(Node node) {
        return node.hashCode() != 0;
    }
}
