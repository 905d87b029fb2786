package studio.backlot.search.sqlite;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.LeafHashes;
import studio.backlot.provenance.ProofImpossible;
import studio.backlot.search.Tile;

/// The leaf hashes of an index, read one tile at a time. Not safe for several threads.
final class TileLeaves implements LeafHashes {
    private final long size;
    private final Function<Tile, Optional<byte[]>> tiles;
    private long tileIndex = -1;
    private byte[] hashes = {};

    TileLeaves(long size, Function<Tile, Optional<byte[]>> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] leaf(long index) {
        if (index / Tile.WIDTH != tileIndex) {
            tileIndex = index / Tile.WIDTH;
            hashes = tiles.apply(new Tile(0, tileIndex, new byte[0])).orElseGet(() -> new byte[0]);
        }
        int from = (int) (index % Tile.WIDTH) * ContentHash.LENGTH;
        if (from + ContentHash.LENGTH > hashes.length) {
            throw new ProofImpossible("the index has no leaf hash of entry " + index);
        }
        return Arrays.copyOfRange(hashes, from, from + ContentHash.LENGTH);
    }
}
