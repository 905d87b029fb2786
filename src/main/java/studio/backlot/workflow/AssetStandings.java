package studio.backlot.workflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.ShowNode;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.LedgerIndex;
import studio.backlot.search.StandingChange;
import studio.backlot.search.StandingChange.SlotPlace;

/// Keeps in the index how assets stand: reads only what became known since the last time, and
/// nothing of the register when nothing did.
///
/// Has a register of its own, since it works beside whoever makes and decides. Not for several
/// threads.
final class AssetStandings {
    private static final int PAGE = 1_000;
    private static final String STAGE = "standings";

    /// Entries without news after which the place is noted, so that none are looked at for ever.
    private static final long NOTED_EVERY = 1_000;

    private final OpenProduction production;
    private final RegisterSource registers;
    private final ImportedRecords records;
    private Optional<StandingOf> standing = Optional.empty();

    AssetStandings(OpenProduction production) {
        this.production = production;
        this.registers = new RegisterSource(production.ledger(), production.assets());
        this.records = new ImportedRecords(production.assets());
    }

    Register register() {
        return registers.upToDate();
    }

    /// How assets stand now.
    StandingOf standing() {
        Register register = register();
        StandingOf now = standing.orElseGet(() -> new StandingOf(register));
        standing = Optional.of(now);
        now.refresh();
        return now;
    }

    /// Brings the index up to the entries that it knows; answers whether all was read from the
    /// start.
    boolean bringUp(LedgerIndex index, Progress progress, Cancellation cancellation) {
        AssetIndex assets = index.assets();
        long size = index.size();
        AssetIndex.Unsettled unsettled = assets.unsettled();
        AssetNews news = news(unsettled.upTo(), size);
        boolean isNews =
                !news.isEmpty() || !unsettled.keys().isEmpty() || !unsettled.asked().isEmpty();
        if (isNews) {
            progress.report(STAGE, 0, 1);
            cancellation.throwIfCancelled();
            new Change(assets, unsettled, news).put(size);
            progress.report(STAGE, 1, 1);
        } else if (size > unsettled.upTo() + NOTED_EVERY) {
            assets.put(StandingChange.nothing(size));
        }
        return unsettled.upTo() == 0;
    }

    private AssetNews news(long from, long size) {
        var news = new AssetNews(records);
        long next = from;
        while (next < size) {
            List<LedgerEntry> page = production.ledger().registerEntries(next, PAGE);
            if (page.isEmpty()) {
                break;
            }
            page.stream().filter(entry -> entry.index() < size).forEach(news::take);
            next = page.getLast().index() + 1;
        }
        return news;
    }

    /// One change in the making.
    private final class Change {
        private final AssetIndex assets;
        private final AssetIndex.Unsettled unsettled;
        private final AssetNews news;
        private final StandingOf standing = standing();
        private final Set<UUID> slots = new LinkedHashSet<>();
        private final Set<ContentHash> touched = new LinkedHashSet<>();

        Change(AssetIndex assets, AssetIndex.Unsettled unsettled, AssetNews news) {
            this.assets = assets;
            this.unsettled = unsettled;
            this.news = news;
        }

        void put(long size) {
            spread();
            assets.put(
                    new StandingChange(
                            size,
                            news.imported(),
                            places(),
                            touched.stream().map(standing::of).toList(),
                            Map.of(),
                            persons(),
                            news.heldBack()));
            // questions are counted by the slots that the rows have now
            Map<ContentHash, Integer> open = openQuestions();
            if (!open.isEmpty()) {
                assets.put(StandingChange.questions(size, open));
            }
        }

        /// A verdict or a version changes what is said of the other versions of its slot.
        private void spread() {
            touched.addAll(news.touched());
            touched.forEach(asset -> slots.addAll(standing.slots(asset)));
            for (UUID slot : slots) {
                touched.addAll(standing.versions(slot));
                touched.addAll(assets.inSlot(slot));
            }
        }

        private List<SlotPlace> places() {
            Set<UUID> placed = new LinkedHashSet<>(slots);
            if (news.isTreeChanged()) {
                placed.addAll(assets.slots());
                registers.upToDate().showTree().all().stream()
                        .filter(node -> node.kind() == NodeKind.SLOT)
                        .map(ShowNode::id)
                        .forEach(placed::add);
            }
            return placed.stream().map(standing::place).toList();
        }

        private Map<ContentHash, Integer> openQuestions() {
            Set<ContentHash> asked = new LinkedHashSet<>(unsettled.asked());
            asked.addAll(touched);
            news.imported().stream().map(AssetFacts::asset).forEach(asked::add);
            Map<ContentHash, Integer> open = new LinkedHashMap<>();
            assets.asked(news.isScopeChanged() ? Optional.empty() : Optional.of(asked))
                    .forEach(one -> open.put(one.asset(), standing.openQuestions(one)));
            return open;
        }

        private Map<ContentHash, Optional<UUID>> persons() {
            EnrolledPersons enrolled = registers.upToDate().persons();
            Map<ContentHash, Optional<UUID>> persons = new HashMap<>();
            for (ContentHash key : unsettled.keys()) {
                persons.put(key, enrolled.key(key).map(EnrolledPersons.Key::person));
            }
            news.imported().stream()
                    .flatMap(facts -> facts.maker().key().stream())
                    .forEach(key ->
                            persons.put(key, enrolled.key(key).map(EnrolledPersons.Key::person)));
            if (news.arePersonsChanged()) {
                for (EnrolledPersons.Standing one : enrolled.all()) {
                    Optional<UUID> id = Optional.of(one.person().id());
                    persons.put(one.person().keys().everyday().fingerprint(), id);
                    persons.put(one.person().keys().guarded().fingerprint(), id);
                }
            }
            return persons;
        }
    }
}
