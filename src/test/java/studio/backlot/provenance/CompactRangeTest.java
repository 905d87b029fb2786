package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class CompactRangeTest {
    @Test
    void anEmptyRangeIsTheEmptyTree() {
        var range = CompactRange.empty();
        assertThat(range.size()).isZero();
        assertThat(range.frontier()).isEmpty();
        assertThat(range.root().bytes()).isEqualTo(MerkleTree.emptyRoot());
    }

    @Test
    void itsRootIsTheTreesAtEverySize() {
        var range = CompactRange.empty();
        List<byte[]> leaves = new ArrayList<>();
        for (int size = 1; size <= 300; size++) {
            byte[] leaf = leaf(size);
            leaves.add(leaf);
            range.append(MerkleTree.leafHash(leaf));
            assertThat(range.size()).isEqualTo(size);
            assertThat(range.root()).isEqualTo(NaiveMerkleTree.root(leaves));
            assertThat(range.frontier()).hasSize(Integer.bitCount(size) * 32);
        }
    }

    @Test
    void theFrontierIsEnoughToGoOn() {
        for (int size = 0; size < 70; size++) {
            CompactRange whole = of(size);
            var resumed = CompactRange.of(size, whole.frontier());
            assertThat(resumed.root()).isEqualTo(whole.root());
            whole.append(MerkleTree.leafHash(leaf(-1)));
            resumed.append(MerkleTree.leafHash(leaf(-1)));
            assertThat(resumed.root()).isEqualTo(whole.root());
            assertThat(resumed.frontier()).isEqualTo(whole.frontier());
        }
    }

    @Test
    void theFrontierHoldsTheLargestSubtreeFirst() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            leaves.add(leaf(i));
        }
        byte[] frontier = of(5).frontier();
        assertThat(java.util.Arrays.copyOf(frontier, 32))
                .isEqualTo(NaiveMerkleTree.root(leaves).bytes());
        assertThat(java.util.Arrays.copyOfRange(frontier, 32, 64))
                .isEqualTo(MerkleTree.leafHash(leaf(4)));
    }

    @Test
    void aCopyIsIndependent() {
        CompactRange range = of(7);
        CompactRange copy = range.copy();
        ContentHash before = range.root();
        copy.append(MerkleTree.leafHash(leaf(7)));
        assertThat(range.root()).isEqualTo(before);
        assertThat(range.size()).isEqualTo(7);
        assertThat(copy.size()).isEqualTo(8);
        assertThat(copy.root()).isEqualTo(of(8).root());
    }

    @Test
    void aFrontierOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> CompactRange.of(3, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 leaves");
        assertThatThrownBy(() -> CompactRange.of(0, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.of(-1, new byte[64 * 32]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.of(1, new byte[33]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CompactRange of(int size) {
        var range = CompactRange.empty();
        for (int i = 0; i < size; i++) {
            range.append(MerkleTree.leafHash(leaf(i)));
        }
        return range;
    }

    private static byte[] leaf(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
