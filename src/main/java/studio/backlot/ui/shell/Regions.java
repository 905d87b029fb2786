package studio.backlot.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.BorderPane;

/// The parts of the window as one key goes through them, in reading order: the bar, the parts of
/// the room or page, the foot.
final class Regions {
    private final BorderPane frame;

    Regions(BorderPane frame) {
        this.frame = frame;
    }

    /// Puts the focus into the next part that takes it, or with -1 into the one before.
    void step(int by) {
        List<Node> parts = parts(frame).filter(part -> first(part).isPresent()).toList();
        if (parts.isEmpty() || frame.getScene() == null) {
            return;
        }
        Optional<Node> owner = Optional.ofNullable(frame.getScene().getFocusOwner());
        int now = owner.map(node -> place(parts, node)).orElse(-1);
        int next = Math.floorMod(now < 0 && by < 0 ? -1 : now + by, parts.size());
        first(parts.get(next)).ifPresent(Regions::focus);
    }

    /// As the key that goes from control to control would, so that the ring is drawn.
    private static void focus(Node node) {
        node.requestFocus();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            Optional.ofNullable(node.getScene().getFocusOwner())
                    .ifPresent(after -> after.requestFocusTraversal(TraversalDirection.PREVIOUS));
        }
    }

    private static Stream<Node> parts(Node node) {
        if (node instanceof BorderPane pane) {
            return Stream.of(
                            pane.getTop(),
                            pane.getLeft(),
                            pane.getCenter(),
                            pane.getRight(),
                            pane.getBottom())
                    .filter(Objects::nonNull)
                    .flatMap(Regions::parts);
        }
        return Stream.of(node);
    }

    private static int place(List<Node> parts, Node owner) {
        List<Node> above = new ArrayList<>();
        for (Node node = owner; node != null; node = node.getParent()) {
            above.add(node);
        }
        for (int place = 0; place < parts.size(); place++) {
            if (above.contains(parts.get(place))) {
                return place;
            }
        }
        return -1;
    }

    private static Optional<Node> first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Optional.empty();
        }
        if (part.isFocusTraversable()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
