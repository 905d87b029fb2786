package studio.backlot.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.ProofImpossible;

/// The nodes of a tree from its tiles: those between the kept levels are computed from at most 128
/// hashes of one tile.
public final class TileNodes implements NodeSource {
    private final Function<Tile, Optional<byte[]>> tiles;

    /// `tiles` gives the hashes of the tile of a level and index (its own hashes are not looked
    /// at), if it is kept.
    public TileNodes(Function<Tile, Optional<byte[]>> tiles) {
        this.tiles = tiles;
    }

    @Override
    public byte[] node(int level, long index) {
        int span = level % Tile.HEIGHT;
        long first = index << span;
        byte[] hashes =
                tiles.apply(new Tile(level / Tile.HEIGHT, first / Tile.WIDTH, new byte[0]))
                        .orElseThrow(() -> absent(level, index));
        int from = (int) (first % Tile.WIDTH) * ContentHash.LENGTH;
        int to = from + (ContentHash.LENGTH << span);
        if (to > hashes.length) {
            throw absent(level, index);
        }
        return root(Arrays.copyOfRange(hashes, from, to));
    }

    private static ProofImpossible absent(int level, long index) {
        return new ProofImpossible(
                "the index has no hash "
                        + index
                        + " of level "
                        + level
                        + "; bring it up to the ledger first");
    }

    /// The root over a power of two of hashes.
    static byte[] root(byte[] hashes) {
        var sha256 = ContentHash.sha256();
        byte[] level = hashes;
        while (level.length > ContentHash.LENGTH) {
            byte[] above = new byte[level.length / 2];
            for (int at = 0; at < above.length; at += ContentHash.LENGTH) {
                byte[] left = Arrays.copyOfRange(level, 2 * at, 2 * at + ContentHash.LENGTH);
                byte[] right =
                        Arrays.copyOfRange(
                                level,
                                2 * at + ContentHash.LENGTH,
                                2 * at + 2 * ContentHash.LENGTH);
                System.arraycopy(
                        MerkleTree.nodeHash(sha256, left, right), 0, above, at, ContentHash.LENGTH);
            }
            level = above;
        }
        return level;
    }
}
