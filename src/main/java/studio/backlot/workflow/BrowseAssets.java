package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.clearance.ShowNode;
import studio.backlot.identity.Person;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.AssetQuery;
import studio.backlot.search.AssetRow;
import studio.backlot.search.LedgerIndex;

/// Lists the assets of a production for galleries and tables, as one person may see them: drafts of
/// others only as a count.
///
/// Answers come from the index as it was at the last [#refresh]; call that whenever the ledger
/// grew. Every method reads files, so none is for the thread of a window; safe for several threads.
public final class BrowseAssets {
    private final OpenProduction production;
    private final AssetQuery.Viewer viewer;
    private final AssetStandings standings;
    private final TakeMarks marks;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Optional<AssetIndex> assets = Optional.empty();

    /// `viewer` is who looks.
    public BrowseAssets(OpenProduction production, Person viewer) {
        this.production = production;
        this.viewer = new AssetQuery.Viewer(viewer.id(), viewer.name());
        this.standings = new AssetStandings(production);
        this.marks = new TakeMarks(production.settings());
    }

    /// Some cards of a list, and where it goes on; `next` is empty at its end. `isProvisional`: the
    /// index was not there yet, so a [#refresh] is needed before the list can be filtered or
    /// continued.
    public record Page(List<AssetCard> cards, Optional<AssetRow.Key> next, boolean isProvisional) {
        public Page {
            cards = List.copyOf(cards);
        }
    }

    /// How many assets wait for the person who looks in one part of the show, by its highest node,
    /// such as an episode; none for those without a slot.
    public record Waiting(Optional<UUID> node, String name, long assets) {}

    /// Brings the lists up to the ledger. Reports the stage `index` in entries, then `standings`.
    /// Without an index this reads everything; [#first] shows something before.
    public void refresh(Progress progress, Cancellation cancellation) {
        refreshing.lock();
        try {
            LedgerIndex index = source().upToDate(progress, cancellation);
            AssetIndex ofIndex = index.assets();
            if (standings.bringUp(index, progress, cancellation)) {
                marks.all()
                        .forEach((asset, mark) ->
                                ofIndex.mark(asset, mark.isStarred(), mark.isHidden()));
            }
            assets = Optional.of(ofIndex);
        } finally {
            refreshing.unlock();
        }
    }

    private IndexSource source() {
        return production
                .index()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "a production that is open for reading only has no index"));
    }

    private AssetIndex assets() {
        if (assets.isEmpty()) {
            refresh(Progress.NONE, new Cancellation());
        }
        return assets.orElseThrow();
    }

    /// The newest assets, soon: from the index where it is nearly up to date, else from the end of
    /// the ledger.
    public Page first(int limit) {
        if (source().behind() <= NewestAssets.MOST_ENTRIES) {
            refresh(Progress.NONE, new Cancellation());
            return page(AssetFilter.ALL, Optional.empty(), limit);
        }
        return newest(limit);
    }

    /// The newest assets from the end of the ledger, whether there is an index or not.
    Page newest(int limit) {
        refreshing.lock();
        try {
            List<AssetCard> cards =
                    new NewestAssets(production, standings, viewer, marks).cards(limit);
            return new Page(cards, Optional.empty(), true);
        } finally {
            refreshing.unlock();
        }
    }

    /// The first assets of a list, or those after the last page.
    public Page page(AssetFilter filter, Optional<AssetRow.Key> after, int limit) {
        return page(assets().page(filter.query(viewer), after, limit), limit);
    }

    /// The assets of a list from this number on, counted from 0: for a jump with the scroll bar.
    public Page pageAt(AssetFilter filter, long number, int limit) {
        return page(assets().pageAt(filter.query(viewer), number, limit), limit);
    }

    private static Page page(List<AssetRow> rows, int limit) {
        Optional<AssetRow.Key> next =
                rows.size() < limit || rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rows.getLast().key());
        return new Page(rows.stream().map(AssetCard::of).toList(), next, false);
    }

    /// How many assets a list has.
    public long count(AssetFilter filter) {
        return assets().count(filter.query(viewer));
    }

    /// The card of an asset, unless it is not known or not for the person who looks.
    public Optional<AssetCard> card(ContentHash asset) {
        return assets().ofAsset(viewer, asset).stream().findFirst().map(AssetCard::of);
    }

    /// The takes that are meant for a slot, or for none yet, newest first; hidden ones left out.
    public Page takes(Optional<UUID> slot, Optional<AssetRow.Key> after, int limit) {
        return page(AssetFilter.ALL.inSlot(slot), after, limit);
    }

    /// What waits for the person who looks, by episode or whatever lies highest, those without a
    /// slot last.
    public List<Waiting> waiting() {
        Map<Optional<UUID>, Long> counts =
                assets().perTopNode(AssetFilter.ALL.waitingForMe().query(viewer));
        List<Waiting> waiting = new ArrayList<>();
        counts.forEach((node, count) -> waiting.add(new Waiting(node, name(node), count)));
        waiting.sort(
                Comparator.comparing((Waiting one) -> one.node().isEmpty())
                        .thenComparing(Waiting::name));
        return waiting;
    }

    private String name(Optional<UUID> node) {
        if (node.isEmpty()) {
            return "";
        }
        refreshing.lock();
        try {
            return node.flatMap(standings.register().showTree()::node)
                    .map(ShowNode::name)
                    .orElse("");
        } finally {
            refreshing.unlock();
        }
    }

    /// The version that the next asset handed in for this slot will be.
    public long nextVersion(UUID slot) {
        return assets().newestVersion(slot) + 1;
    }

    /// The makers of the assets that the person who looks may see.
    public List<String> makers() {
        return assets().makers(viewer);
    }

    /// How many drafts are with their makers and sealed from the person who looks.
    public long sealed() {
        return assets().sealed(viewer);
    }

    /// Stars or hides a take on this machine, or undoes it; nothing is recorded.
    public void mark(ContentHash asset, AssetCard.Marks mark) {
        marks.set(asset, mark);
        assets().mark(asset, mark.isStarred(), mark.isHidden());
    }

    /// The name under which an asset leaves: `LH_020_030_bg_v003.png`, for a draft with the version
    /// that it would become.
    public String exportName(AssetCard card) {
        Optional<Long> version =
                card.standing().version().or(() -> card.slot().map(slot -> nextVersion(slot.id())));
        return ExportName.of(card, production.description().name(), version, "png");
    }
}
