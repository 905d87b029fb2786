package studio.backlot.ui.art;

import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.search.AssetRow;
import studio.backlot.workflow.AssetCard;

/// The slot that was worked on last in a show, kept among this machine's settings of it. Not for
/// the window's thread.
final class LastPlace {
    private static final String NAME = "art.place";
    private static final String SLOT = "slot";

    private LastPlace() {}

    /// Keeps the slot that is worked on, or that there is none.
    static void keep(WorkspaceSettings settings, Optional<UUID> slot) {
        settings.write(NAME, new JsonBuilder().put(SLOT, slot.map(UUID::toString)).build());
    }

    /// Where to go on: the slot that was worked on last; where none was, or nothing lies outside
    /// all slots, that of the newest take.
    static Optional<SlotChoice> of(ArtSession session) {
        Optional<JsonObject> kept =
                session.show()
                        .production()
                        .settings()
                        .read(NAME)
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast);
        ShowTree tree = session.show().production().register().showTree();
        Optional<SlotChoice> last =
                kept.flatMap(one -> one.text(SLOT))
                        .map(UUID::fromString)
                        .flatMap(tree::node)
                        .filter(node -> node.kind() == NodeKind.SLOT)
                        .map(node -> choice(tree, node));
        boolean isOutside =
                kept.isPresent() && !session.takes(Optional.empty(), Hidden.LEFT_OUT, 1).isEmpty();
        return last.isPresent() || isOutside ? last : ofNewest(session, tree);
    }

    private static Optional<SlotChoice> ofNewest(ArtSession session, ShowTree tree) {
        return session.newest()
                .flatMap(AssetCard::slot)
                .map(AssetRow.Slot::id)
                .flatMap(tree::node)
                .map(node -> choice(tree, node));
    }

    private static SlotChoice choice(ShowTree tree, ShowNode node) {
        return new SlotChoice(node, tree.words(node.id()));
    }
}
