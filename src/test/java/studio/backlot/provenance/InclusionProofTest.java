package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class InclusionProofTest {
    private static final int LARGEST = 130;

    @Test
    void everyLeafOfEverySmallTreeIsProven() {
        NaiveTree whole = NaiveTree.ofSize(LARGEST);
        for (int size = 1; size <= LARGEST; size++) {
            ContentHash root = whole.root(size);
            for (int index = 0; index < size; index++) {
                assertThat(
                                InclusionProof.of(whole.nodes(), index, size)
                                        .verifies(whole.leaf(index), root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void everyChangedProofIsRefused() {
        NaiveTree whole = NaiveTree.ofSize(40);
        for (int size = 1; size <= 40; size++) {
            ContentHash root = whole.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(whole.nodes(), index, size);
                ContentHash leaf = whole.leaf(index);
                assertThat(changed(proof)).noneMatch(other -> other.verifies(leaf, root));
                assertThat(proof.verifies(flipped(leaf), root)).isFalse();
                assertThat(proof.verifies(leaf, flipped(root))).isFalse();
            }
        }
    }

    /// Every proof that differs from this one in one hash, by one hash more or less, by two
    /// exchanged, or in its index.
    private static List<InclusionProof> changed(InclusionProof proof) {
        List<InclusionProof> changed = new ArrayList<>();
        for (int i = 0; i < proof.path().size(); i++) {
            List<ContentHash> path = new ArrayList<>(proof.path());
            path.set(i, flipped(path.get(i)));
            changed.add(new InclusionProof(proof.index(), proof.size(), path));
            path = new ArrayList<>(proof.path());
            path.remove(i);
            changed.add(new InclusionProof(proof.index(), proof.size(), path));
            path = new ArrayList<>(proof.path());
            Collections.swap(path, i, 0);
            if (i > 0) {
                changed.add(new InclusionProof(proof.index(), proof.size(), path));
            }
        }
        for (int i = 0; i <= proof.path().size(); i++) {
            List<ContentHash> path = new ArrayList<>(proof.path());
            path.add(i, ContentHash.of(new byte[] {1}));
            changed.add(new InclusionProof(proof.index(), proof.size(), path));
        }
        for (long index = 0; index < proof.size(); index++) {
            if (index != proof.index()) {
                changed.add(new InclusionProof(index, proof.size(), proof.path()));
            }
        }
        return changed;
    }

    static ContentHash flipped(ContentHash hash) {
        byte[] bytes = hash.bytes();
        bytes[bytes.length / 2] ^= 1;
        return ContentHash.ofDigest(bytes);
    }

    @Test
    void randomLeavesOfLargerTreesAreProven() {
        Random random = new Random(6962);
        NaiveTree whole = NaiveTree.ofSize(3000);
        for (int i = 0; i < 60; i++) {
            int size = 131 + random.nextInt(2870);
            int index = random.nextInt(size);
            InclusionProof proof = InclusionProof.of(whole.nodes(), index, size);
            assertThat(proof.verifies(whole.leaf(index), whole.root(size))).isTrue();
            assertThat(proof.verifies(whole.leaf((index + 1) % size), whole.root(size))).isFalse();
            assertThat(proof.path()).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void aProofForASizeOfAnotherShapeIsRefused() {
        NaiveTree whole = NaiveTree.ofSize(9);
        InclusionProof proof = InclusionProof.of(whole.nodes(), 8, 9);

        assertThat(proof.path()).hasSize(1);
        assertThat(new InclusionProof(8, 10, proof.path()).verifies(whole.leaf(8), whole.root(9)))
                .isFalse();
        assertThat(new InclusionProof(3, 9, proof.path()).verifies(whole.leaf(8), whole.root(9)))
                .isFalse();
    }

    @Test
    void anIndexOutsideTheLogIsRefused() {
        assertThatThrownBy(() -> new InclusionProof(5, 5, List.of()))
                .hasMessageContaining("no entry 5");
        assertThatThrownBy(() -> new InclusionProof(-1, 5, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        List<ContentHash> tooLong = Collections.nCopies(64, ContentHash.of(new byte[0]));
        assertThatThrownBy(() -> new InclusionProof(0, 5, tooLong))
                .hasMessageContaining("64 hashes");
        assertThat(new InclusionProof(0, Long.MAX_VALUE, tooLong.subList(0, 63)).path())
                .hasSize(63);
    }

    @Test
    void theRootOfNodesIsTheTreesRoot() {
        NaiveTree whole = NaiveTree.ofSize(21);
        for (int size = 0; size <= 21; size++) {
            assertThat(whole.nodes().root(size)).isEqualTo(whole.root(size));
        }
    }
}
