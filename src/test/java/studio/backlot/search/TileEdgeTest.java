package studio.backlot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.CompactRange;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.InclusionProof;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.ProofImpossible;

class TileEdgeTest {
    private final Map<List<Long>, byte[]> kept = new HashMap<>();

    private Optional<byte[]> tile(Tile tile) {
        return Optional.ofNullable(kept.get(List.of((long) tile.level(), tile.index())));
    }

    private void keep(TileEdge edge) {
        edge.changed()
                .forEach(tile ->
                        kept.put(List.of((long) tile.level(), tile.index()), tile.hashes()));
    }

    private static byte[] leaf(long index) {
        return MerkleTree.leafHash(("leaf " + index).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tilesGiveTheRootAndProofsOfEverySizeOnTheWay() {
        CompactRange range = CompactRange.empty();
        TileEdge edge = TileEdge.empty();
        for (int size = 1; size <= 1200; size++) {
            range.append(leaf(size - 1));
            edge.append(leaf(size - 1));
            if (size % 37 == 0 || size == 256 || size == 512) {
                keep(edge);
                edge = TileEdge.of(size, this::tile);
                var nodes = new TileNodes(this::tile);
                assertThat(edge.size()).isEqualTo(size);
                assertThat(edge.root()).isEqualTo(range.root());
                assertThat(nodes.root(size)).isEqualTo(range.root());
                int index = size * 7 / 11;
                assertThat(
                                InclusionProof.of(nodes, index, size)
                                        .verifies(ContentHash.ofDigest(leaf(index)), range.root()))
                        .isTrue();
                assertThat(
                                ConsistencyProof.of(nodes, index, size)
                                        .verifies(nodes.root(index), range.root()))
                        .isTrue();
            }
        }
    }

    @Test
    void aTreeOfThreeLevelsOfTilesIsWhole() {
        CompactRange range = CompactRange.empty();
        TileEdge edge = TileEdge.empty();
        for (int i = 0; i < 66_000; i++) {
            range.append(leaf(i));
            edge.append(leaf(i));
        }
        keep(edge);

        assertThat(new TileNodes(this::tile).root(66_000)).isEqualTo(range.root());
        assertThat(TileEdge.of(66_000, this::tile).root()).isEqualTo(range.root());
        assertThat(kept).containsKey(List.of(2L, 0L));
    }

    @Test
    void aFullTileIsGivenOnce() {
        TileEdge edge = TileEdge.empty();
        for (int i = 0; i < 256; i++) {
            edge.append(leaf(i));
        }

        assertThat(edge.changed()).extracting(Tile::level).containsExactly(0, 1);
        assertThat(edge.changed()).extracting(Tile::level).containsExactly(1);
    }

    @Test
    void aMissingOrShortTileIsSaidToBe() {
        TileEdge edge = TileEdge.empty();
        for (int i = 0; i < 300; i++) {
            edge.append(leaf(i));
        }
        keep(edge);
        var nodes = new TileNodes(this::tile);
        assertThatThrownBy(() -> nodes.node(0, 300))
                .isInstanceOf(ProofImpossible.class)
                .hasMessageContaining("no hash 300");
        assertThatThrownBy(() -> nodes.node(0, 600)).isInstanceOf(ProofImpossible.class);
        assertThatThrownBy(() -> TileEdge.of(301, this::tile)).isInstanceOf(ProofImpossible.class);
        assertThatThrownBy(() -> TileEdge.of(100_000, this::tile))
                .isInstanceOf(ProofImpossible.class);
    }
}
