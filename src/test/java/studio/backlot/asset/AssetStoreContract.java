package studio.backlot.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

/// What every [AssetStore] must do.
public abstract class AssetStoreContract {
    /// An empty store.
    protected abstract AssetStore store() throws Exception;

    @Test
    void whatIsPutIsReadUnderItsHash() throws Exception {
        AssetStore store = store();
        byte[] content = bytes("a street at night");

        ContentHash hash = store.put(content);

        assertThat(hash).isEqualTo(ContentHash.of(content));
        assertThat(store.read(hash)).isEqualTo(content);
        assertThat(store.locate(hash)).isPresent();
    }

    @Test
    void puttingTwiceKeepsOne() throws Exception {
        AssetStore store = store();

        assertThat(store.put(bytes("one"))).isEqualTo(store.put(bytes("one")));

        assertThat(names(store)).containsExactly(ContentHash.of(bytes("one")));
    }

    @Test
    void whatIsDeletedIsMissingAndCanBePutAgain() throws Exception {
        AssetStore store = store();
        ContentHash gone = store.put(bytes("gone"));
        ContentHash kept = store.put(bytes("kept"));

        store.delete(gone);
        store.delete(gone);

        assertThat(names(store)).containsExactly(kept);
        assertThatThrownBy(() -> store.read(gone)).isInstanceOf(AssetMissing.class);
        assertThat(store.put(bytes("gone"))).isEqualTo(gone);
        assertThat(store.read(gone)).isEqualTo(bytes("gone"));
    }

    @Test
    void anEmptyAssetIsAnAsset() throws Exception {
        AssetStore store = store();

        assertThat(store.read(store.put(new byte[0]))).isEmpty();
    }

    @Test
    void whatWasNeverPutIsMissing() throws Exception {
        AssetStore store = store();
        ContentHash hash = ContentHash.of(bytes("never"));

        assertThat(store.locate(hash)).isEmpty();
        assertThat(names(store)).isEmpty();
        assertThatThrownBy(() -> store.read(hash))
                .isInstanceOf(AssetMissing.class)
                .hasMessageContaining(hash.hex());
    }

    @Test
    void manyThreadsPuttingTheSameAndDifferentBytesLoseNothing() throws Exception {
        AssetStore store = store();
        List<byte[]> contents =
                IntStream.range(0, 40).mapToObj(i -> bytes("plate " + i).clone()).toList();
        List<Callable<ContentHash>> puts = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            contents.forEach(content -> puts.add(() -> store.put(content)));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<ContentHash> put : threads.invokeAll(puts)) {
                assertThat(store.read(put.get())).isNotEmpty();
            }
        }

        assertThat(names(store))
                .containsExactlyInAnyOrderElementsOf(
                        contents.stream().map(ContentHash::of).toList());
    }

    @Test
    void whatIsTakenInIsAnAssetOnlyWhenAllIsKept() throws Exception {
        AssetStore store = store();
        byte[] one = bytes("one plate");
        byte[] other = bytes("another plate");

        try (AssetIntake intake = store.intake(Runnable::run)) {
            assertThat(take(intake, one)).isEqualTo(ContentHash.of(one));
            assertThat(take(intake, other)).isEqualTo(ContentHash.of(other));
            assertThat(names(store)).isEmpty();
            intake.keep();
        }

        assertThat(store.read(ContentHash.of(one))).isEqualTo(one);
        assertThat(store.read(ContentHash.of(other))).isEqualTo(other);
    }

    @Test
    void whatIsTakenInAndNotKeptIsForgotten() throws Exception {
        AssetStore store = store();

        try (AssetIntake intake = store.intake(Runnable::run)) {
            take(intake, bytes("one plate"));
        }

        assertThat(names(store)).isEmpty();
    }

    @Test
    void anAssetThatIsThereIsTakenInAgainWithoutHarm() throws Exception {
        AssetStore store = store();
        ContentHash hash = store.put(bytes("one plate"));

        try (AssetIntake intake = store.intake(Runnable::run)) {
            assertThat(take(intake, bytes("one plate"))).isEqualTo(hash);
            assertThat(take(intake, bytes("one plate"))).isEqualTo(hash);
            intake.keep();
        }

        assertThat(names(store)).containsExactly(hash);
        assertThat(store.read(hash)).isEqualTo(bytes("one plate"));
    }

    @Test
    void whatIsTakenInKeepsTheNameOfItsOwnBytes() throws Exception {
        AssetStore store = store();
        byte[] found = bytes("other bytes than promised");

        try (AssetIntake intake = store.intake(Runnable::run)) {
            ContentHash promised = ContentHash.of(bytes("promised"));
            assertThat(intake.take(promised, found.length, new ByteArrayInputStream(found)))
                    .isEqualTo(ContentHash.of(found));
            intake.keep();
        }

        assertThat(store.read(ContentHash.of(found))).isEqualTo(found);
    }

    private static ContentHash take(AssetIntake intake, byte[] content) throws Exception {
        return intake.take(
                ContentHash.of(content), content.length, new ByteArrayInputStream(content));
    }

    /// All names in the store.
    protected static List<ContentHash> names(AssetStore store) {
        try (Stream<ContentHash> names = store.list()) {
            return names.toList();
        }
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
