package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.MalformedEntry;

/// The show as its `show_tree` entries describe it: episodes, sequences, shots and slots, which
/// asset is meant for which slot, and for which use.
///
/// A node is never renamed or moved, only removed, so that a path in an old record keeps its
/// meaning. What came from another machine adds nodes and removes its own, never others.
public final class ShowTree {
    private final Map<UUID, Placed> nodes = new LinkedHashMap<>();
    private final Map<Optional<UUID>, List<UUID>> children = new HashMap<>();
    private final Map<ContentHash, Assignment> assignments = new LinkedHashMap<>();

    /// What an asset is meant for: a slot, a use, or both.
    public record Assignment(ContentHash asset, Optional<UUID> slot, Optional<UseLabel> use) {
        private Assignment after(Optional<Assignment> earlier) {
            return new Assignment(
                    asset,
                    slot.or(() -> earlier.flatMap(Assignment::slot)),
                    use.or(() -> earlier.flatMap(Assignment::use)));
        }
    }

    /// A node and where it came from.
    private record Placed(ShowNode node, UUID production, boolean isRemoved) {}

    /// Takes up an entry of the show tree. Answers why it does not count, or nothing when it does
    /// or is none of the show tree; one that does not count changes nothing.
    public Optional<String> accept(KnownEntry known) {
        if (known.entry().event() != EventType.SHOW_TREE) {
            return Optional.empty();
        }
        try {
            Members label = Members.ofLabel(known, "showTree");
            Map<UUID, Placed> changed = new LinkedHashMap<>();
            for (Members node : label.each("nodes")) {
                Placed placed = placed(known, node);
                changed.put(placed.node().id(), placed);
            }
            List<Assignment> assigned =
                    label.each("assignments").stream().map(ShowTree::assignment).toList();
            changed.values().forEach(this::put);
            assigned.forEach(this::assign);
            return Optional.empty();
        } catch (MalformedEntry | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void put(Placed placed) {
        UUID id = placed.node().id();
        if (nodes.put(id, placed) == null) {
            children.computeIfAbsent(placed.node().parent(), parent -> new ArrayList<>()).add(id);
        }
    }

    private Placed placed(KnownEntry known, Members members) {
        UUID id = members.id("id");
        Optional<Placed> before = Optional.ofNullable(nodes.get(id));
        if (members.object().truth("removed").orElse(false)) {
            return removed(known, id, before);
        }
        String kind = members.text("kind");
        var node =
                new ShowNode(
                        id,
                        NodeKind.ofWireName(kind)
                                .orElseThrow(() ->
                                        new MalformedEntry("\"" + kind + "\" is no kind of node")),
                        members.text("name"),
                        members.optionalId("parent"));
        if (before.filter(placed -> !placed.node().equals(node)).isPresent()) {
            throw new MalformedEntry("the node " + id + " is there already, with another meaning");
        }
        return before.orElseGet(() -> new Placed(node, known.entry().production(), false));
    }

    private static Placed removed(KnownEntry known, UUID id, Optional<Placed> before) {
        Placed placed =
                before.orElseThrow(() ->
                        new MalformedEntry("it removes the node " + id + ", which is not known"));
        boolean isMine =
                known.source() instanceof Source.Local
                        || placed.production().equals(known.entry().production());
        if (!isMine) {
            throw new MalformedEntry("it removes the node " + id + " of another production");
        }
        return new Placed(placed.node(), placed.production(), true);
    }

    private static Assignment assignment(Members members) {
        Optional<UseLabel> use =
                members.object().text("use").isPresent()
                        ? Optional.of(members.use("use"))
                        : Optional.empty();
        return new Assignment(members.hash("asset"), members.optionalId("slot"), use);
    }

    private void assign(Assignment assignment) {
        assignments.put(assignment.asset(), assignment.after(assignment(assignment.asset())));
    }

    /// The node of that id, unless it or one above it was removed or never arrived.
    public Optional<ShowNode> node(UUID id) {
        List<ShowNode> path = path(id);
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    /// The nodes from the top down to this one; none when it, or one above it, was removed or never
    /// arrived.
    public List<ShowNode> path(UUID id) {
        List<ShowNode> path = new ArrayList<>();
        Optional<UUID> next = Optional.of(id);
        while (next.isPresent()) {
            Optional<ShowNode> node =
                    Optional.ofNullable(nodes.get(next.get()))
                            .filter(placed -> !placed.isRemoved())
                            .map(Placed::node)
                            .filter(one -> isAbove(one, path));
            if (node.isEmpty()) {
                return List.of();
            }
            path.addFirst(node.get());
            next = node.get().parent();
        }
        return path;
    }

    private static boolean isAbove(ShowNode node, List<ShowNode> path) {
        return path.isEmpty() || path.getFirst().kind().isPartOf(node.kind());
    }

    /// The names down to this node, joined by slashes, such as `101/020/0120/sky`; empty for a node
    /// that is not there.
    public String words(UUID id) {
        return path(id).stream().map(ShowNode::name).collect(Collectors.joining("/"));
    }

    /// The node that such words name, the earliest known where two machines made the same path.
    public Optional<ShowNode> find(String words) {
        List<ShowNode> level = List.of();
        int depth = 0;
        for (String name : words.split("/", -1)) {
            List<ShowNode> below =
                    depth++ == 0
                            ? children(Optional.empty())
                            : level.stream()
                                    .flatMap(node -> children(Optional.of(node.id())).stream())
                                    .toList();
            level = below.stream().filter(node -> node.name().equals(name)).toList();
        }
        return level.stream().findFirst();
    }

    /// Every node that is there, in the order they became known.
    public List<ShowNode> all() {
        return nodes.keySet().stream().flatMap(id -> node(id).stream()).toList();
    }

    /// What lies directly in this node, or directly in the show.
    public List<ShowNode> children(Optional<UUID> parent) {
        return children.getOrDefault(parent, List.of()).stream()
                .flatMap(id -> node(id).stream())
                .toList();
    }

    /// What this asset was last said to be meant for.
    public Optional<Assignment> assignment(ContentHash asset) {
        return Optional.ofNullable(assignments.get(asset));
    }

    /// The assets meant for this slot, in the order they were first assigned.
    public List<ContentHash> assets(UUID slot) {
        return assignments.values().stream()
                .filter(assignment -> assignment.slot().equals(Optional.of(slot)))
                .map(Assignment::asset)
                .toList();
    }
}
