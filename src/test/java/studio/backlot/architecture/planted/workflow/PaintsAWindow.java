package studio.backlot.architecture.planted.workflow;

import studio.backlot.architecture.library.javafx.scene.Node;

/// Guilty: a workflow that knows the window's library.
public final class PaintsAWindow {
    private PaintsAWindow() {}

    public static boolean isThere(Node node) {
        return node.hashCode() != 0;
    }
}
