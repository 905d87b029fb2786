package studio.backlot.search;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.CompactRange;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.ProofImpossible;

/// The right edge of a growing tree in tiles: takes leaf hashes, gives the tiles that changed.
///
/// Not safe for several threads.
public final class TileEdge {
    private final List<ByteArrayOutputStream> edges = new ArrayList<>();
    private final List<Long> filled = new ArrayList<>();
    private final List<Tile> full = new ArrayList<>();
    private final CompactRange range;

    private TileEdge(CompactRange range) {
        this.range = range;
    }

    /// The edge of the empty tree.
    public static TileEdge empty() {
        return new TileEdge(CompactRange.empty());
    }

    /// The edge of the tree of this size whose tiles are kept; throws [ProofImpossible] when one is
    /// missing or too short.
    public static TileEdge of(long size, Function<Tile, Optional<byte[]>> tiles) {
        var edge = new TileEdge(CompactRange.of(size, frontier(size, new TileNodes(tiles))));
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            long nodes = size >> (Tile.HEIGHT * level);
            edge.addLevel();
            edge.filled.set(level, nodes / Tile.WIDTH);
            int length = (int) (nodes % Tile.WIDTH) * ContentHash.LENGTH;
            if (length > 0) {
                int at = level;
                byte[] hashes =
                        tiles.apply(new Tile(level, nodes / Tile.WIDTH, new byte[0]))
                                .filter(kept -> kept.length >= length)
                                .orElseThrow(() ->
                                        new ProofImpossible(
                                                "the tile at the edge of level "
                                                        + at
                                                        + " is missing"));
                edge.edges.get(level).write(hashes, 0, length);
            }
        }
        return edge;
    }

    /// The perfect subtrees of the tree, largest first, as a [CompactRange] keeps them.
    private static byte[] frontier(long size, NodeSource nodes) {
        var frontier = new ByteArrayOutputStream();
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                frontier.writeBytes(nodes.node(level, (size >> level) - 1));
            }
        }
        return frontier.toByteArray();
    }

    private void addLevel() {
        edges.add(new ByteArrayOutputStream(Tile.WIDTH * ContentHash.LENGTH));
        filled.add(0L);
    }

    /// Adds a leaf hash at the right.
    public void append(byte[] leafHash) {
        range.append(leafHash);
        append(0, leafHash);
    }

    private void append(int level, byte[] hash) {
        if (level == edges.size()) {
            addLevel();
        }
        ByteArrayOutputStream edge = edges.get(level);
        edge.writeBytes(hash);
        if (edge.size() == Tile.WIDTH * ContentHash.LENGTH) {
            byte[] hashes = edge.toByteArray();
            full.add(new Tile(level, filled.get(level), hashes));
            filled.set(level, filled.get(level) + 1);
            edge.reset();
            append(level + 1, TileNodes.root(hashes));
        }
    }

    /// The tiles that were filled since the last call, and those at the edge as far as they go: all
    /// to be kept.
    public List<Tile> changed() {
        List<Tile> changed = new ArrayList<>(full);
        full.clear();
        for (int level = 0; level < edges.size(); level++) {
            if (edges.get(level).size() > 0) {
                changed.add(new Tile(level, filled.get(level), edges.get(level).toByteArray()));
            }
        }
        return changed;
    }

    /// How many leaves the tree has.
    public long size() {
        return range.size();
    }

    /// The root of the tree.
    public ContentHash root() {
        return range.root();
    }
}
