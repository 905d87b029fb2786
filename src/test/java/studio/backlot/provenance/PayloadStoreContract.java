package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

/// What every [PayloadStore] promises; a subclass says how one is made and opened again.
public abstract class PayloadStoreContract {
    /// A new store, or the same one opened again with the same keys.
    protected abstract PayloadStore open();

    protected static PayloadReference put(PayloadStore store, String text) {
        return store.putAll(List.of(PayloadDraft.of(PayloadKind.PROMPT, text))).getFirst();
    }

    @Test
    void whatIsPutOpensAgainAlsoAfterReopening() {
        PayloadReference reference;
        try (var store = open()) {
            reference = put(store, "a harbour at dawn – \ud83c\udfac");
            assertThat(text(store, reference)).isEqualTo("a harbour at dawn – \ud83c\udfac");
        }
        try (var store = open()) {
            assertThat(text(store, reference)).isEqualTo("a harbour at dawn – \ud83c\udfac");
        }
    }

    @Test
    void referencesComeInTheOrderOfTheDraftsAndCommitToTheContents() {
        try (var store = open()) {
            var references =
                    store.putAll(
                            List.of(
                                    PayloadDraft.of(PayloadKind.PROMPT, "p"),
                                    PayloadDraft.of(PayloadKind.NEGATIVE_PROMPT, ""),
                                    PayloadDraft.of(PayloadKind.TOKENS, "[1,2]")));
            assertThat(references).extracting(PayloadReference::id).containsExactly(1L, 2L, 3L);
            assertThat(references)
                    .extracting(PayloadReference::kind)
                    .containsExactly(
                            PayloadKind.PROMPT, PayloadKind.NEGATIVE_PROMPT, PayloadKind.TOKENS);
            assertThat(references)
                    .extracting(r -> text(store, r))
                    .containsExactly("p", "", "[1,2]");
            for (PayloadReference reference : references) {
                var open = (PayloadContent.Open) store.open(reference);
                assertThat(PayloadCommitment.of(reference.kind(), open.salt(), open.content()))
                        .isEqualTo(reference.commitment());
            }
        }
    }

    @Test
    void theSameTextTwiceHasNothingInCommon() {
        try (var store = open()) {
            var first = put(store, "same");
            var second = put(store, "same");
            assertThat(first.commitment()).isNotEqualTo(second.commitment());
            assertThat(first.seal()).isNotEqualTo(second.seal());
            assertThat(((PayloadContent.Open) store.open(first)).salt())
                    .isNotEqualTo(((PayloadContent.Open) store.open(second)).salt());
        }
    }

    @Test
    void puttingNothingGivesNothing() {
        try (var store = open()) {
            assertThat(store.putAll(List.of())).isEmpty();
            assertThat(store.ids(0, 10)).isEmpty();
        }
    }

    @Test
    void aLargeTextAndManyTextsAreKept() {
        String large = "0123456789".repeat(100_000);
        List<PayloadDraft> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(PayloadDraft.of(PayloadKind.NOTE, "note " + i));
        }
        try (var store = open()) {
            assertThat(text(store, put(store, large))).isEqualTo(large);
            var references = store.putAll(many);
            assertThat(references).hasSize(300);
            assertThat(text(store, references.get(299))).isEqualTo("note 299");
        }
    }

    @Test
    void anUnknownIdIsAbsent() {
        try (var store = open()) {
            var reference = put(store, "x");
            var unknown =
                    new PayloadReference(
                            99, reference.kind(), reference.commitment(), reference.seal());
            assertThat(store.open(unknown)).isInstanceOf(PayloadContent.Absent.class);
        }
    }

    @Test
    void aReferenceThatSaysSomethingElseIsDamage() {
        var other = ContentHash.of(new byte[] {1});
        try (var store = open()) {
            var good = put(store, "x");
            var second = put(store, "y");
            assertDamaged(store, new PayloadReference(good.id(), good.kind(), other, good.seal()));
            assertDamaged(
                    store, new PayloadReference(good.id(), good.kind(), good.commitment(), other));
            assertDamaged(
                    store,
                    new PayloadReference(
                            good.id(), PayloadKind.NOTE, good.commitment(), good.seal()));
            assertDamaged(
                    store,
                    new PayloadReference(second.id(), good.kind(), good.commitment(), good.seal()));
        }
    }

    private static void assertDamaged(PayloadStore store, PayloadReference reference) {
        assertThat(store.open(reference))
                .isInstanceOfSatisfying(
                        PayloadContent.Damaged.class,
                        damaged ->
                                assertThat(damaged.explanation())
                                        .contains("payload " + reference.id()));
    }

    @Test
    void erasingTakesOnlyTheNamedOnesAndTheirIdsAreNeverGivenAgain() {
        try (var store = open()) {
            var first = put(store, "keep");
            var second = put(store, "erase");
            store.erase(Set.of(second.id()));
            assertThat(store.open(second)).isInstanceOf(PayloadContent.Absent.class);
            assertThat(text(store, first)).isEqualTo("keep");
            store.erase(Set.of(second.id(), 77L));
            store.erase(Set.of());
            assertThat(put(store, "next").id()).isEqualTo(3);
        }
        try (var store = open()) {
            store.erase(Set.of(3L));
        }
        try (var store = open()) {
            assertThat(put(store, "after reopening").id()).isEqualTo(4);
            assertThat(store.ids(0, 10)).containsExactly(1L, 4L);
        }
    }

    @Test
    void idsComeInPages() {
        try (var store = open()) {
            for (int i = 0; i < 5; i++) {
                var _ = put(store, "x");
            }
            assertThat(store.ids(0, 2)).containsExactly(1L, 2L);
            assertThat(store.ids(2, 10)).containsExactly(3L, 4L, 5L);
            assertThat(store.ids(5, 10)).isEmpty();
            assertThat(store.ids(0, 0)).isEmpty();
            assertThatThrownBy(() -> store.ids(0, -1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void severalThreadsPutAtOnce() throws Exception {
        try (var store = open();
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<PayloadReference>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = "task " + i;
                tasks.add(() -> put(store, text));
            }
            Set<String> texts = new HashSet<>();
            for (var done : threads.invokeAll(tasks)) {
                texts.add(text(store, done.get()));
            }
            assertThat(texts).hasSize(40);
        }
    }

    protected static String text(PayloadStore store, PayloadReference reference) {
        return ((PayloadContent.Open) store.open(reference)).text();
    }
}
