package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Register;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.AssetQuery;
import studio.backlot.search.AssetRow;
import studio.backlot.search.AssetStanding;
import studio.backlot.search.FoldedWords;

/// The last assets of a ledger, read from its end without an index: what is shown while the index
/// is made.
final class NewestAssets {
    /// Entries that are read from the end at most.
    static final long MOST_ENTRIES = 4_000;

    private static final int PAGE = 250;

    private final Ledger ledger;
    private final ImportedRecords records;
    private final Register register;
    private final StandingOf standing;
    private final AssetQuery.Viewer viewer;
    private final TakeMarks marks;
    private final Set<ContentHash> seen = new HashSet<>();

    NewestAssets(
            OpenProduction production,
            AssetStandings standings,
            AssetQuery.Viewer viewer,
            TakeMarks marks) {
        this.ledger = production.ledger();
        this.records = new ImportedRecords(production.assets());
        this.standing = standings.standing();
        this.register = standings.register();
        this.viewer = viewer;
        this.marks = marks;
    }

    /// Up to `limit` cards of assets that the viewer may see and has not hidden, newest first.
    List<AssetCard> cards(int limit) {
        List<AssetCard> cards = new ArrayList<>();
        long size = ledger.head().checkpoint().size();
        for (long to = size;
                to > 0 && size - to < MOST_ENTRIES && cards.size() < limit;
                to -= PAGE) {
            long from = Math.max(0, to - PAGE);
            for (AssetFacts facts : assets(ledger.entries(from, (int) (to - from))).reversed()) {
                if (cards.size() < limit && isVisible(facts) && seen.add(facts.asset())) {
                    AssetCard card = card(facts);
                    if (!card.marks().isHidden()) {
                        cards.add(card);
                    }
                }
            }
        }
        return cards;
    }

    private List<AssetFacts> assets(List<LedgerEntry> entries) {
        Map<Long, LedgerEntry> intents = new HashMap<>();
        List<AssetFacts> assets = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            switch (entry.event()) {
                case INTENT -> intents.put(entry.index(), entry);
                case OUTCOME ->
                        AssetFacts.of(entry, intent(entry, intents), entry.index(), 0)
                                .ifPresent(assets::add);
                case IMPORT -> {
                    var news = new AssetNews(records);
                    news.take(entry);
                    assets.addAll(news.imported());
                }
                default -> {}
            }
        }
        return assets;
    }

    private Optional<LedgerEntry> intent(LedgerEntry outcome, Map<Long, LedgerEntry> intents) {
        return AssetFacts.intentOf(outcome)
                .flatMap(index ->
                        Optional.ofNullable(intents.get(index)).or(() -> ledger.entry(index)))
                .filter(entry -> entry.event() == EventType.INTENT);
    }

    private boolean isVisible(AssetFacts facts) {
        Optional<EnrolledPersons.Key> key = facts.maker().key().flatMap(register.persons()::key);
        boolean isOwn =
                key.map(one -> one.person().equals(viewer.person()))
                        .orElse(
                                facts.maker()
                                        .name()
                                        .strip()
                                        .equalsIgnoreCase(viewer.name().strip()));
        return isOwn || register.submissions().isSubmitted(facts.asset());
    }

    private AssetCard card(AssetFacts facts) {
        AssetStanding stands = standing.of(facts.asset());
        AssetCard.Marks mark = marks.of(facts.asset());
        var asked =
                new AssetIndex.Asked(
                        facts.asset(), facts.questions(), stands.slot(), facts.useCase());
        Optional<AssetRow.Slot> slot =
                stands.slot().map(id -> new AssetRow.Slot(id, register.showTree().words(id)));
        String place = FoldedWords.place(slot.map(AssetRow.Slot::path).orElse(""));
        return AssetCard.of(
                new AssetRow(
                        new AssetRow.Key(place, facts.sequence()),
                        facts.asset(),
                        facts.origin(),
                        facts.maker().name(),
                        facts.time(),
                        facts.pack(),
                        facts.size(),
                        slot,
                        stands.version(),
                        stands.use().or(facts::use),
                        new AssetRow.Flags(
                                stands.state(),
                                stands.isSubmitted(),
                                stands.isChanged(),
                                mark.isStarred(),
                                mark.isHidden()),
                        standing.openQuestions(asked)));
    }
}
