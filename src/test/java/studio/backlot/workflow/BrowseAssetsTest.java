package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Desk;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.search.AssetRow;
import studio.backlot.workflow.BrowseAssets.Page;

/// Ana makes plates at one desk, Pia decides at another; both look through what there is.
class BrowseAssetsTest {
    private static final String SKY = "101/020/0120/sky";
    private static final String SEA = "101/020/0030/sea";

    @TempDir private Path temporary = Path.of("");
    private Optional<Desk> artist = Optional.empty();
    private Optional<Desk> producer = Optional.empty();

    @BeforeEach
    void meet() throws IOException {
        artist = Optional.of(new Desk(Files.createDirectory(temporary.resolve("a")), "Ana"));
        producer = Optional.of(new Desk(Files.createDirectory(temporary.resolve("p")), "Pia"));
        ana().enrol(pia().person());
        pia().enrol(ana().person());
    }

    @AfterEach
    void leave() {
        ana().close();
        pia().close();
    }

    private Desk ana() {
        return artist.orElseThrow();
    }

    private Desk pia() {
        return producer.orElseThrow();
    }

    @Test
    void takesAreListedNewestFirstInPagesThatMeet() {
        try (OpenProduction production = ana().open()) {
            List<ContentHash> made = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                made.addFirst(ana().plate(production, "take " + i, "a harbour"));
            }
            BrowseAssets browse = browse(production);

            List<ContentHash> listed = new ArrayList<>();
            Optional<AssetRow.Key> next = Optional.empty();
            do {
                Page page = browse.takes(Optional.empty(), next, 3);
                page.cards().forEach(card -> listed.add(card.asset()));
                next = page.next();
            } while (next.isPresent());

            assertThat(listed).isEqualTo(made);
            assertThat(assets(browse.pageAt(AssetFilter.ALL, 5, 3))).isEqualTo(made.subList(5, 7));
            assertThat(browse.count(AssetFilter.ALL)).isEqualTo(7);
            assertThat(browse.card(made.getLast()).orElseThrow().made().by()).isEqualTo("Ana");
            assertThat(browse.card(ContentHash.of(new byte[] {1}))).isEmpty();
        }
    }

    @Test
    void aPlateIsFollowedFromDraftToItsLaterVersion() {
        try (OpenProduction production = ana().open()) {
            UUID sky = slot(production, SKY);
            ContentHash first = ana().plate(production, "first", "a sky");
            BrowseAssets browse = browse(production);
            assertThat(states(browse, first)).isEqualTo("DRAFT");

            submit(production, first, SKY);
            refresh(browse);
            assertThat(states(browse, first)).isEqualTo("IN_REVIEW v1 temp 101/020/0120/sky");
            assertThat(browse.nextVersion(sky)).isEqualTo(2);
            AssetCard card = browse.card(first).orElseThrow();
            assertThat(browse.exportName(card)).isEqualTo("101_020_0120_sky_v001.png");

            decide(production, first, ReviewState.APPROVED);
            ContentHash second = ana().plate(production, "second", "a sky");
            assign(production, second, SKY);
            refresh(browse);
            assertThat(states(browse, first)).isEqualTo("APPROVED v1 temp 101/020/0120/sky");
            assertThat(states(browse, second)).isEqualTo("DRAFT 101/020/0120/sky changed");

            submit(production, second, SKY);
            decide(production, second, ReviewState.CHANGES_REQUESTED);
            refresh(browse);
            assertThat(states(browse, second))
                    .isEqualTo("CHANGES_REQUESTED v2 temp 101/020/0120/sky changed");
            assertThat(assets(browse.takes(Optional.of(sky), Optional.empty(), 9)))
                    .containsExactly(second, first);
            assertRebuildIsTheSame(ana(), production);
        }
    }

    @Test
    void filtersNarrowTheListAndItsCount() {
        try (OpenProduction production = ana().open()) {
            slot(production, SKY);
            slot(production, SEA);
            ContentHash sky = ana().plate(production, "sky", "a sky");
            ContentHash sea = ana().plate(production, "sea", "a sea");
            ContentHash none = ana().plate(production, "none", "nothing");
            submit(production, sky, SKY);
            assign(production, sea, SEA);
            BrowseAssets browse = browse(production);

            assertListed(browse, AssetFilter.ALL.with("0120 SKY"), sky);
            assertListed(browse, AssetFilter.ALL.with("ána"), none, sea, sky);
            assertListed(browse, AssetFilter.ALL.with("100%"));
            assertListed(browse, AssetFilter.ALL.in(Set.of(ReviewState.IN_REVIEW)), sky);
            assertListed(browse, AssetFilter.ALL.meantFor(Set.of(UseLabel.TEMP)), sky);
            assertListed(browse, AssetFilter.ALL.by(Optional.of("Pia")));
            assertListed(browse, AssetFilter.ALL.inSlot(Optional.empty()), none);
            assertListed(browse, AssetFilter.ALL.within(node(production, "101/020")), sea, sky);
            assertListed(browse, AssetFilter.ALL.within(node(production, "101/020/0030")), sea);
            AssetFilter bySlot = AssetFilter.ALL.orderedBy(AssetFilter.Order.SLOT);
            assertListed(browse, bySlot, sea, sky, none);
            Page page = browse.page(bySlot, Optional.empty(), 1);
            assertThat(assets(browse.page(bySlot, page.next(), 5))).containsExactly(sky, none);
        }
    }

    @Test
    void starsAndHiddenTakesStayWithThisMachineAndOutliveTheIndex() {
        try (OpenProduction production = ana().open()) {
            ContentHash good = ana().plate(production, "good", "a sky");
            ContentHash bad = ana().plate(production, "bad", "a sky");
            long entries = production.ledger().head().checkpoint().size();
            BrowseAssets browse = browse(production);
            browse.mark(good, new AssetCard.Marks(true, false));
            browse.mark(bad, new AssetCard.Marks(false, true));

            assertListed(browse, AssetFilter.ALL, good);
            assertListed(browse, AssetFilter.ALL.starred(), good);
            assertListed(browse, AssetFilter.ALL.hidden(Hidden.ALONE), bad);
            assertThat(production.ledger().head().checkpoint().size()).isEqualTo(entries);
            assertRebuildIsTheSame(ana(), production);
        }
        try (OpenProduction production = ana().open()) {
            BrowseAssets browse = browse(production);
            AssetCard.Marks hidden = new AssetCard.Marks(false, true);
            Page all = browse.page(AssetFilter.ALL.hidden(Hidden.ALONE), Optional.empty(), 9);
            assertThat(all.cards()).extracting(AssetCard::marks).containsExactly(hidden);

            browse.mark(all.cards().getFirst().asset(), AssetCard.Marks.NONE);
            assertThat(browse.count(AssetFilter.ALL)).isEqualTo(2);
        }
    }

    @Test
    void whatAPackageBringsWaitsForWhomItIsMeantAndDraftsAreOnlyCounted() {
        ContentHash handedIn = ana().plate("a harbour", "harbour at dawn");
        ana().plate("another", "kept");
        ana().submit(handedIn, "please look");
        Path file = temporary.resolve("work.backlot");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);

        try (OpenProduction production = pia().open()) {
            BrowseAssets before = browse(production);
            assertThat(before.count(AssetFilter.ALL)).isZero();
        }
        pia().take(file);
        try (OpenProduction production = pia().open()) {
            BrowseAssets browse = new BrowseAssets(production, pia().person());
            assertThat(browse.waiting())
                    .containsExactly(new BrowseAssets.Waiting(Optional.empty(), "", 1));
            assertListed(browse, AssetFilter.ALL.waitingForMe(), handedIn);
            AssetCard card = browse.card(handedIn).orElseThrow();
            assertThat(card.made().by()).isEqualTo("Ana");
            assertThat(card.made().origin().production())
                    .isNotEqualTo(production.ledger().production());
            assertThat(browse.sealed()).isEqualTo(1);
            assertRebuildIsTheSame(pia(), production);
        }
        pia().decide(handedIn, "approved", "as agreed");
        try (OpenProduction production = pia().open()) {
            BrowseAssets browse = new BrowseAssets(production, pia().person());
            assertThat(browse.waiting()).isEmpty();
            assertThat(states(browse, handedIn)).isEqualTo("APPROVED v1 final");
            assertRebuildIsTheSame(pia(), production);
        }
    }

    @Test
    void aDraftOfAnotherIsNotListedUntilItIsHandedIn() {
        try (OpenProduction production = ana().open()) {
            ContentHash draft = ana().plate(production, "draft", "a sky");
            BrowseAssets browse = new BrowseAssets(production, pia().person());
            refresh(browse);
            assertListed(browse, AssetFilter.ALL);
            assertThat(browse.card(draft)).isEmpty();
            assertThat(browse.makers()).isEmpty();
            assertThat(browse.sealed()).isEqualTo(1);

            slot(production, SKY);
            submit(production, draft, SKY);
            refresh(browse);
            assertListed(browse, AssetFilter.ALL.waitingForMe(), draft);
            assertThat(browse.makers()).containsExactly("Ana");
            assertThat(browse.waiting())
                    .containsExactly(
                            new BrowseAssets.Waiting(
                                    Optional.of(node(production, "101")), "101", 1));
            assertThat(browse.sealed()).isZero();
        }
    }

    @Test
    void theFirstCardsAreThereBeforeTheIndex() {
        try (OpenProduction production = ana().open()) {
            slot(production, SKY);
            ContentHash first = ana().plate(production, "first", "a sky");
            submit(production, first, SKY);
            ana().plate(production, "second", "a sky");
            BrowseAssets browse = browse(production);
            List<AssetCard> fromIndex = browse.first(9).cards();

            assertThat(browse.newest(9).cards()).isEqualTo(fromIndex).hasSize(2);
            assertThat(browse.newest(9).isProvisional()).isTrue();
        }
    }

    private BrowseAssets browse(OpenProduction production) {
        return new BrowseAssets(production, ana().person());
    }

    private static void refresh(BrowseAssets browse) {
        browse.refresh(Progress.NONE, new Cancellation());
    }

    private static List<ContentHash> assets(Page page) {
        return page.cards().stream().map(AssetCard::asset).toList();
    }

    private static void assertListed(
            BrowseAssets browse, AssetFilter filter, ContentHash... expected) {
        assertThat(assets(browse.page(filter, Optional.empty(), 100))).containsExactly(expected);
        assertThat(browse.count(filter)).isEqualTo(expected.length);
    }

    private static String states(BrowseAssets browse, ContentHash asset) {
        AssetCard card = browse.card(asset).orElseThrow();
        AssetCard.Standing standing = card.standing();
        return (standing.state()
                        + standing.version().map(version -> " v" + version).orElse("")
                        + standing.use().map(use -> " " + use.wireName()).orElse("")
                        + (card.path().isEmpty() ? "" : " " + card.path())
                        + (standing.isChangedSinceApproved() ? " changed" : ""))
                .strip();
    }

    /// The index that grew along, and one made anew in its place, say the same.
    private void assertRebuildIsTheSame(Desk desk, OpenProduction open) {
        List<AssetCard> grown = all(new BrowseAssets(open, desk.person()));
        open.close();
        Path index = desk.show.resolve("index.sqlite");
        try {
            assertThat(Files.deleteIfExists(index)).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (OpenProduction again = desk.open()) {
            assertThat(all(new BrowseAssets(again, desk.person()))).isEqualTo(grown).isNotEmpty();
        }
    }

    private static List<AssetCard> all(BrowseAssets browse) {
        refresh(browse);
        return browse.page(AssetFilter.ALL.hidden(Hidden.INCLUDED), Optional.empty(), 1_000)
                .cards();
    }

    private UUID slot(OpenProduction production, String path) {
        var tree = new EditShowTree(production, UUID::randomUUID);
        String[] names = path.split("/", -1);
        NodeKind[] kinds = NodeKind.values();
        String at = names[0];
        for (int i = 0; i < names.length; i++) {
            at = i == 0 ? at : at + "/" + names[i];
            if (production.register().showTree().find(at).isEmpty()) {
                tree.add(kinds[i], at, ana().everyday());
            }
        }
        return node(production, path);
    }

    private static UUID node(OpenProduction production, String path) {
        return EditShowTree.node(production, path).id();
    }

    private void assign(OpenProduction production, ContentHash asset, String path) {
        new EditShowTree(production, UUID::randomUUID)
                .assign(asset, Optional.of(path), Optional.empty(), ana().everyday());
    }

    private void submit(OpenProduction production, ContentHash asset, String path) {
        new SubmitWork(production, UUID::randomUUID, Optional::empty)
                .run(
                        new SubmitWork.SubmitOrder(
                                List.of(asset.hex()),
                                Set.of("Pia"),
                                UseLabel.TEMP,
                                Optional.of(path),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                ana().everyday()));
    }

    private void decide(OpenProduction production, ContentHash asset, ReviewState decision) {
        new ReviewWork(production)
                .decide(
                        new ReviewWork.DecideOrder(
                                asset.hex(),
                                Optional.empty(),
                                decision,
                                "as agreed",
                                pia().guarded()));
    }
}
