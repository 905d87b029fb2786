package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.file.FileAssetStore;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;

class ThumbnailsTest {
    private static final long PLENTY = 10_000_000;

    @TempDir private Path folder = Path.of("");

    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final List<Thumbnail> heard = new ArrayList<>();
    private Optional<AssetStore> store = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        Path assets = Files.createDirectory(folder.resolve("assets"));
        store = Optional.of(FileAssetStore.open(assets, Milestone.NONE));
    }

    @Test
    void aPlateIsDrawnWithItsLongerSideAtTheSizeAndIsThenAtHand() {
        ContentHash wide = plate(1_024, 429, 200);
        Thumbnails thumbnails = thumbnails(PLENTY);

        assertThat(thumbnails.ready(wide, Thumbnail.Size.CARD)).isEmpty();
        thumbnails.request(wide, Thumbnail.Size.CARD, heard::add);
        assertThat(heard).isEmpty();
        runAll();

        Plate card = drawn(heard.getFirst());
        assertThat(card.width()).isEqualTo(480);
        assertThat(card.height()).isEqualTo(201);
        assertThat(card.rgb()).containsOnly((byte) 200);
        assertThat(thumbnails.ready(wide, Thumbnail.Size.CARD)).contains(heard.getFirst());
        thumbnails.request(wide, Thumbnail.Size.CARD, heard::add);
        assertThat(heard).hasSize(2);
        assertThat(background).isEmpty();
    }

    @Test
    void aSmallPlateIsNotEnlargedAndARowComesFromTheCard() throws Exception {
        ContentHash small = plate(300, 40, 9);
        Thumbnails thumbnails = thumbnails(PLENTY);
        thumbnails.request(small, Thumbnail.Size.CARD, heard::add);
        runAll();
        assertThat(drawn(heard.getLast()).width()).isEqualTo(300);

        Files.delete(assets().locate(small).orElseThrow());
        thumbnails.request(small, Thumbnail.Size.ROW, heard::add);
        runAll();
        assertThat(drawn(heard.getLast()).width()).isEqualTo(240);
    }

    @Test
    void theLastAskedForIsDrawnFirstAndWhatWasTakenBackNotAtAll() {
        ContentHash first = plate(8, 8, 1);
        ContentHash second = plate(8, 8, 2);
        ContentHash third = plate(8, 8, 3);
        Thumbnails thumbnails = thumbnails(PLENTY);
        thumbnails.request(first, Thumbnail.Size.CARD, heard::add);
        thumbnails.request(second, Thumbnail.Size.CARD, heard::add).close();
        thumbnails.request(third, Thumbnail.Size.CARD, heard::add);
        runAll();

        assertThat(heard)
                .extracting(one -> drawn(one).rgb()[0])
                .containsExactly((byte) 3, (byte) 1);
        assertThat(thumbnails.ready(second, Thumbnail.Size.CARD)).isEmpty();
    }

    @Test
    void twoWhoAskForTheSameAreToldOfOneDrawing() {
        ContentHash plate = plate(8, 8, 1);
        Thumbnails thumbnails = thumbnails(PLENTY);
        thumbnails.request(plate, Thumbnail.Size.CARD, heard::add);
        thumbnails.request(plate, Thumbnail.Size.CARD, heard::add);
        runAll();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).isSameAs(heard.get(1));
    }

    @Test
    void memoryStaysWithinItsBudgetAndTheOldestGoesFirst() {
        List<ContentHash> plates = new ArrayList<>();
        Thumbnails thumbnails = thumbnails(3 * (100 * 100 * 3 + 256));
        for (int i = 0; i < 5; i++) {
            plates.add(plate(100, 100, i));
            thumbnails.request(plates.getLast(), Thumbnail.Size.CARD, heard::add);
            runAll();
        }

        assertThat(thumbnails.keptBytes()).isEqualTo(3 * (100 * 100 * 3 + 256));
        assertThat(thumbnails.ready(plates.get(1), Thumbnail.Size.CARD)).isEmpty();
        assertThat(thumbnails.ready(plates.get(2), Thumbnail.Size.CARD)).isPresent();
        thumbnails.forget(plates.get(2));
        assertThat(thumbnails.ready(plates.get(2), Thumbnail.Size.CARD)).isEmpty();
        assertThat(thumbnails.keptBytes()).isEqualTo(2 * (100 * 100 * 3 + 256));
    }

    @Test
    void aMissingFileIsAskedForAgainAndADamagedOneSaysWhy() {
        ContentHash missing = ContentHash.of(new byte[] {4});
        ContentHash text = assets().put(new byte[] {1, 2, 3});
        Thumbnails thumbnails = thumbnails(PLENTY);
        thumbnails.request(missing, Thumbnail.Size.CARD, heard::add);
        thumbnails.request(text, Thumbnail.Size.CARD, heard::add);
        runAll();

        assertThat(heard.get(0)).isInstanceOf(Thumbnail.Unreadable.class);
        assertThat(heard.get(1)).isEqualTo(new Thumbnail.Missing());
        assertThat(thumbnails.ready(missing, Thumbnail.Size.CARD)).isEmpty();
        assertThat(thumbnails.ready(text, Thumbnail.Size.CARD)).contains(heard.get(0));
    }

    private AssetStore assets() {
        return store.orElseThrow();
    }

    private Thumbnails thumbnails(long budget) {
        return new Thumbnails(assets(), background::add, budget);
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private static Plate drawn(Thumbnail thumbnail) {
        return ((Thumbnail.Drawn) thumbnail).picture();
    }

    private ContentHash plate(int width, int height, int grey) {
        byte[] rgb = new byte[width * height * Plate.CHANNELS];
        Arrays.fill(rgb, (byte) grey);
        return assets().put(
                        PngWriter.encode(
                                new Plate(width, height, rgb), PngWriter.QUICK, List.of()));
    }
}
