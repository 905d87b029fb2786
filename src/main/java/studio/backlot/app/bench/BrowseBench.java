package studio.backlot.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.ReviewState;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;
import studio.backlot.workflow.AssetFilter;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Productions;
import studio.backlot.workflow.SearchPrompts;
import studio.backlot.workflow.Thumbnail;
import studio.backlot.workflow.Thumbnails;

/// How soon the first page of a long production is there, with and without its index, and what the
/// lists of a gallery cost: pages, jumps, counts, filters, small pictures.
public final class BrowseBench {
    private static final int ROUNDS = 7;
    private static final int WARM_UPS = 2;
    private static final int PAGE = 60;
    private static final long CACHE_BYTES = 1;
    private static final double MILLION = 1e6;

    private final Productions productions;
    private final OwnPerson person;
    private final Signatory by;

    /// `person` signs every entry.
    public BrowseBench(Productions productions, OwnPerson person) {
        this.productions = productions;
        this.person = person;
        by = Signatory.of(person.person().name(), Role.ARTIST, person.everyday());
    }

    /// Work whose milliseconds are measured.
    private interface Work {
        void run() throws Exception;
    }

    /// Measures on a fresh production in this folder of about `entries` entries, half of them
    /// assets, a tenth of those handed in.
    public JsonObject run(Path folder, long entries) throws Exception {
        Path show = folder.resolve("show");
        var details = new NewProduction("bench", PolicyPreset.SOLO, person, Optional.empty());
        try (OpenProduction production = productions.create(show, details)) {
            SampleWork.fill(production, by, entries, SampleWork::withoutFile);
        }
        var json = new JsonBuilder();
        json.put("openAloneMs", ms(() -> productions.openForWriting(show, person).close()));
        Path index = show.resolve("index.sqlite");
        json.put(
                "firstPageWithoutIndexMs",
                ms(() -> {
                    Files.deleteIfExists(index);
                    first(show);
                }));
        try (OpenProduction production = productions.openForWriting(show, person)) {
            long size = production.ledger().head().checkpoint().size();
            double seconds = millis(() -> browse(production)) / 1e3;
            json.put("entries", size)
                    .put("rebuildSeconds", JsonNumber.of(seconds))
                    .put("rebuiltEntriesPerSecond", JsonNumber.of(size / seconds));
        }
        json.put("firstPageWithIndexMs", ms(() -> first(show)));
        try (OpenProduction production = productions.openForWriting(show, person)) {
            BrowseAssets browse = browse(production);
            lists(browse, json);
            var search = new SearchPrompts(production, browse);
            json.put("searchFirstMs", JsonNumber.of(millis(() -> search.find("zeppelin", 50))));
            json.put("searchAgainMs", ms(() -> search.find("zeppelin", 50)));
            thumbnails(production, json);
        }
        return json.build();
    }

    private void first(Path show) {
        try (OpenProduction production = productions.openForWriting(show, person)) {
            int cards = new BrowseAssets(production, person.person()).first(PAGE).cards().size();
            if (cards != PAGE) {
                throw new IllegalStateException("the first page has " + cards + " cards");
            }
        }
    }

    private BrowseAssets browse(OpenProduction production) {
        var browse = new BrowseAssets(production, person.person());
        browse.refresh(Progress.NONE, new Cancellation());
        return browse;
    }

    private static void lists(BrowseAssets browse, JsonBuilder json) throws Exception {
        long count = browse.count(AssetFilter.ALL);
        json.put("assets", count);
        AssetFilter bySlot = AssetFilter.ALL.orderedBy(AssetFilter.Order.SLOT);
        AssetFilter waiting = AssetFilter.ALL.waitingForMe();
        AssetFilter words = AssetFilter.ALL.with("101/0 ada");
        AssetFilter review = AssetFilter.ALL.in(Set.of(ReviewState.IN_REVIEW));
        var deep = browse.pageAt(AssetFilter.ALL, count / 2, 1).next();
        var deepBySlot = browse.pageAt(bySlot, count / 2, 1).next();
        json.put("refreshWithNothingNewMs", ms(() -> browse.first(PAGE)))
                .put("pageMs", ms(() -> browse.page(AssetFilter.ALL, Optional.empty(), PAGE)))
                .put("pageInTheMiddleMs", ms(() -> browse.page(AssetFilter.ALL, deep, PAGE)))
                .put("pageBySlotInTheMiddleMs", ms(() -> browse.page(bySlot, deepBySlot, PAGE)))
                .put("jumpToTheMiddleMs", ms(() -> browse.pageAt(AssetFilter.ALL, count / 2, PAGE)))
                .put("jumpBySlotMs", ms(() -> browse.pageAt(bySlot, count / 2, PAGE)))
                .put("countMs", ms(() -> browse.count(AssetFilter.ALL)))
                .put("waitingPageMs", ms(() -> browse.page(waiting, Optional.empty(), PAGE)))
                .put("waitingPerEpisodeMs", ms(browse::waiting))
                .put("reviewPageMs", ms(() -> browse.page(review, Optional.empty(), PAGE)))
                .put("wordsPageMs", ms(() -> browse.page(words, Optional.empty(), PAGE)))
                .put("wordsCountMs", ms(() -> browse.count(words)));
    }

    private static void thumbnails(OpenProduction production, JsonBuilder json) throws Exception {
        for (int[] size : new int[][] {{480, 288}, {2048, 858}}) {
            byte[] rgb = new byte[size[0] * size[1] * Plate.CHANNELS];
            var random = new SplittableRandom(7);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) (i / 3 % size[0] / 8 + random.nextInt(12));
            }
            ContentHash asset =
                    production
                            .assets()
                            .put(
                                    PngWriter.encode(
                                            new Plate(size[0], size[1], rgb),
                                            PngWriter.QUICK,
                                            List.of()));
            for (Thumbnail.Size small : Thumbnail.Size.values()) {
                json.put(
                        "thumbnail" + small.longestSide() + "Of" + size[0] + "x" + size[1] + "Ms",
                        ms(() ->
                                new Thumbnails(production.assets(), Runnable::run, CACHE_BYTES)
                                        .request(asset, small, drawn -> {})));
            }
        }
    }

    /// The median of seven after two warm-ups.
    private static JsonNumber ms(Work work) throws Exception {
        double[] rounds = new double[ROUNDS];
        for (int i = -WARM_UPS; i < ROUNDS; i++) {
            double took = millis(work);
            if (i >= 0) {
                rounds[i] = took;
            }
        }
        return JsonNumber.of(PairedMeasurement.median(rounds));
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / MILLION;
    }
}
