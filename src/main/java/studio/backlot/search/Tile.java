package studio.backlot.search;

/// Up to 256 neighbouring hashes of one level of a Merkle tree (c2sp.org/tlog-tiles): tile `index`
/// of `level` holds the nodes of tree level `8 · level` from `256 · index` on, 32 bytes each; fewer
/// at the right edge.
public record Tile(int level, long index, byte[] hashes) {
    /// Hashes of a full tile.
    public static final int WIDTH = 256;

    /// Tree levels that a tile spans.
    public static final int HEIGHT = 8;
}
