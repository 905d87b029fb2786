package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class ConsistencyProofTest {
    private static final int LARGEST = 130;

    @Test
    void everySmallTreeContinuesEverySmallerOne() {
        NaiveTree whole = NaiveTree.ofSize(LARGEST);
        List<ContentHash> roots = roots(whole);
        for (int now = 0; now <= LARGEST; now++) {
            for (int before = 0; before <= now; before++) {
                assertThat(
                                ConsistencyProof.of(whole.nodes(), before, now)
                                        .verifies(roots.get(before), roots.get(now)))
                        .as("%d to %d", before, now)
                        .isTrue();
            }
        }
    }

    private static List<ContentHash> roots(NaiveTree whole) {
        List<ContentHash> roots = new ArrayList<>();
        for (int size = 0; size <= whole.leaves().size(); size++) {
            roots.add(whole.root(size));
        }
        return roots;
    }

    @Test
    void everyChangedProofIsRefused() {
        NaiveTree whole = NaiveTree.ofSize(34);
        List<ContentHash> roots = roots(whole);
        for (int now = 1; now <= 34; now++) {
            for (int before = 1; before <= now; before++) {
                ConsistencyProof proof = ConsistencyProof.of(whole.nodes(), before, now);
                ContentHash oldRoot = roots.get(before);
                ContentHash newRoot = roots.get(now);
                assertThat(changed(proof)).noneMatch(other -> other.verifies(oldRoot, newRoot));
                assertThat(proof.verifies(InclusionProofTest.flipped(oldRoot), newRoot)).isFalse();
                assertThat(proof.verifies(oldRoot, InclusionProofTest.flipped(newRoot))).isFalse();
            }
        }
    }

    private static List<ConsistencyProof> changed(ConsistencyProof proof) {
        List<ConsistencyProof> changed = new ArrayList<>();
        for (int i = 0; i < proof.path().size(); i++) {
            List<ContentHash> path = new ArrayList<>(proof.path());
            path.set(i, InclusionProofTest.flipped(path.get(i)));
            changed.add(new ConsistencyProof(proof.oldSize(), proof.newSize(), path));
            path = new ArrayList<>(proof.path());
            path.remove(i);
            changed.add(new ConsistencyProof(proof.oldSize(), proof.newSize(), path));
            path = new ArrayList<>(proof.path());
            Collections.swap(path, i, 0);
            if (i > 0) {
                changed.add(new ConsistencyProof(proof.oldSize(), proof.newSize(), path));
            }
        }
        for (int i = 0; i <= proof.path().size(); i++) {
            List<ContentHash> path = new ArrayList<>(proof.path());
            path.add(i, ContentHash.of(new byte[] {1}));
            changed.add(new ConsistencyProof(proof.oldSize(), proof.newSize(), path));
        }
        return changed;
    }

    @Test
    void aLogWithAnotherBeginningIsRefused() {
        NaiveTree whole = NaiveTree.ofSize(50);
        List<byte[]> others = new ArrayList<>(whole.leaves());
        others.set(3, new byte[] {9});
        NaiveTree rewritten = new NaiveTree(others);
        for (int before = 4; before < 50; before++) {
            ConsistencyProof proof = ConsistencyProof.of(rewritten.nodes(), before, 50);
            assertThat(proof.verifies(whole.root(before), rewritten.root())).isFalse();
            assertThat(proof.verifies(rewritten.root(before), rewritten.root())).isTrue();
        }
    }

    @Test
    void randomPairsOfLargerSizesAreProven() {
        Random random = new Random(9162);
        NaiveTree whole = NaiveTree.ofSize(3000);
        for (int i = 0; i < 40; i++) {
            int now = 131 + random.nextInt(2870);
            int before = 1 + random.nextInt(now);
            ConsistencyProof proof = ConsistencyProof.of(whole.nodes(), before, now);
            assertThat(proof.verifies(whole.root(before), whole.root(now))).isTrue();
        }
    }

    @Test
    void everyLogContinuesTheEmptyOneAndItself() {
        NaiveTree whole = NaiveTree.ofSize(7);

        assertThat(new ConsistencyProof(0, 7, List.of()).verifies(whole.root(0), whole.root()))
                .isTrue();
        assertThat(new ConsistencyProof(0, 7, List.of()).verifies(whole.root(1), whole.root()))
                .isFalse();
        assertThat(new ConsistencyProof(7, 7, List.of()).verifies(whole.root(), whole.root()))
                .isTrue();
        assertThat(new ConsistencyProof(5, 7, List.of()).verifies(whole.root(5), whole.root()))
                .isFalse();
    }

    @Test
    void sizesThatNoLogHadAreRefused() {
        assertThatThrownBy(() -> new ConsistencyProof(8, 7, List.of()))
                .hasMessageContaining("never had 8");
        assertThatThrownBy(() -> new ConsistencyProof(-1, 7, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        List<ContentHash> tooLong = Collections.nCopies(65, ContentHash.of(new byte[0]));
        assertThatThrownBy(() -> new ConsistencyProof(3, 7, tooLong))
                .hasMessageContaining("65 hashes");
        assertThat(new ConsistencyProof(3, 7, tooLong.subList(0, 64)).path()).hasSize(64);
    }
}
