package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.UseLabel;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;

/// Adds and removes episodes, sequences, shots and slots, and says which asset is meant for which
/// slot and use.
public final class EditShowTree {
    private static final String RULE = "show-tree";

    private final OpenProduction production;
    private final Supplier<UUID> ids;

    public EditShowTree(OpenProduction production, Supplier<UUID> ids) {
        this.production = production;
        this.ids = ids;
    }

    /// Adds a node at the end of a path such as `101/020/0120`, whose other nodes are there. Throws
    /// [ActRefused] where it cannot lie there or is there already.
    public ShowNode add(NodeKind kind, String path, Signatory by) {
        int slash = path.lastIndexOf('/');
        Optional<ShowNode> parent =
                slash < 0
                        ? Optional.empty()
                        : Optional.of(node(production, path.substring(0, slash)));
        var node =
                new ShowNode(ids.get(), kind, path.substring(slash + 1), parent.map(ShowNode::id));
        requireRoom(node, parent, path);
        var json =
                new JsonBuilder()
                        .put("id", node.id().toString())
                        .put("kind", kind.wireName())
                        .put("name", node.name())
                        .put("parent", node.parent().map(UUID::toString))
                        .build();
        append("nodes", json, by);
        return node;
    }

    private void requireRoom(ShowNode node, Optional<ShowNode> parent, String path) {
        Optional<ShowNode> unfit = parent.filter(one -> !node.kind().isPartOf(one.kind()));
        if (unfit.isPresent()) {
            throw refused(
                    node.kind().phrase()
                            + " cannot lie in "
                            + unfit.get().kind().phrase()
                            + ": a show has episodes, these sequences, these shots, these slots; a level may be left out");
        }
        if (tree().find(path).isPresent()) {
            throw refused("there is already " + path + "; see `backlot show list`");
        }
    }

    private static ActRefused refused(String explanation) {
        return new ActRefused(new Decision.Refused(RULE, explanation));
    }

    /// Removes a node, and so all that lies in it. What was recorded about it stays.
    public LedgerEntry remove(String path, Signatory by) {
        ShowNode node = node(production, path);
        return append(
                "nodes",
                new JsonBuilder().put("id", node.id().toString()).put("removed", true).build(),
                by);
    }

    /// Says that the asset is meant for a slot, for a use, or both.
    public LedgerEntry assign(
            ContentHash asset, Optional<String> slot, Optional<UseLabel> use, Signatory by) {
        Optional<ShowNode> node = slot.map(path -> slot(production, path));
        var json =
                new JsonBuilder()
                        .put("asset", asset.hex())
                        .put("slot", node.map(one -> one.id().toString()))
                        .put("use", use.map(UseLabel::wireName))
                        .build();
        return append("assignments", json, by);
    }

    private LedgerEntry append(String list, JsonObject one, Signatory by) {
        var label = new JsonBuilder().put(list, List.of(one)).build();
        return production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.SHOW_TREE,
                                by,
                                Optional.empty(),
                                new JsonBuilder().put("showTree", label).build()));
    }

    private ShowTree tree() {
        return production.register().showTree();
    }

    /// The node that a path names; throws [EntryUnknown] with what to write.
    static ShowNode node(OpenProduction production, String path) {
        return production
                .register()
                .showTree()
                .find(path)
                .orElseThrow(() ->
                        new EntryUnknown(
                                "there is no place "
                                        + path
                                        + " in the show; see `backlot show list`, or add it with `backlot show add`"));
    }

    /// The slot that a path names; throws [EntryUnknown] for another node.
    static ShowNode slot(OpenProduction production, String path) {
        ShowNode node = node(production, path);
        if (node.kind() != NodeKind.SLOT) {
            throw new EntryUnknown(
                    path
                            + " is "
                            + node.kind().phrase()
                            + ", not a slot: name a plate that it needs, such as "
                            + path
                            + "/plate");
        }
        return node;
    }
}
