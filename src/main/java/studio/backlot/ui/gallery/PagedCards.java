package studio.backlot.ui.gallery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.search.AssetRow;
import studio.backlot.ui.fx.Background;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetFilter;

/// A list of assets of any length, of which only the pages are held that somebody looks at, and the
/// card that is chosen in it. For the window's thread; pages are read beside it.
///
/// After [#refresh] the cards as they were stand in for those that are not read again yet.
public final class PagedCards {
    /// Cards that are read at once.
    public static final int PAGE = 60;

    private static final int MOST_PAGES = 40;

    private final Background io;
    private final ReadOnlyObjectWrapper<ListState> state =
            new ReadOnlyObjectWrapper<>(new ListState.Reading());
    private final ReadOnlyLongWrapper loaded = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper number = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyObjectWrapper<Optional<AssetCard>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Long, List<AssetCard>> pages =
            new LinkedHashMap<>(MOST_PAGES, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<AssetCard>> eldest) {
                    return size() > MOST_PAGES;
                }
            };
    private final Map<Long, List<AssetCard>> earlier = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private Optional<CardSource> source = Optional.empty();
    private AssetFilter filter = AssetFilter.ALL;
    private long generation;

    public PagedCards(Background io) {
        this.io = io;
    }

    /// How the list stands.
    public ReadOnlyObjectProperty<ListState> state() {
        return state.getReadOnlyProperty();
    }

    /// Changes whenever other cards than before can be shown.
    public ReadOnlyLongProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The number of the chosen card in the list, -1 for none.
    public ReadOnlyLongProperty number() {
        return number.getReadOnlyProperty();
    }

    /// The chosen card, once it is read.
    public ReadOnlyObjectProperty<Optional<AssetCard>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Which assets are listed.
    public AssetFilter filter() {
        return filter;
    }

    /// How many there are; 0 while that is not known.
    public long size() {
        return state.get() instanceof ListState.Filled(long size) ? size : 0;
    }

    /// Lists from another source; nothing is shown until [#show].
    public void open(CardSource from) {
        close();
        source = Optional.of(from);
    }

    /// Forgets source and cards.
    public void close() {
        source = Optional.empty();
        forget();
        chosen.set(Optional.empty());
        number.set(-1);
    }

    private void forget() {
        generation++;
        pages.clear();
        earlier.clear();
        asked.clear();
        state.set(new ListState.Reading());
        loaded.set(loaded.get() + 1);
    }

    /// Shows another list; its first card is chosen.
    public void show(AssetFilter wanted) {
        filter = wanted;
        forget();
        number.set(0);
        chosen.set(Optional.empty());
        count();
    }

    /// Shows these, the newest there are, until [#show]: nothing of the list itself is known yet.
    public void showFirst(List<AssetCard> newest) {
        forget();
        number.set(-1);
        pages.put(0L, newest.subList(0, Math.min(PAGE, newest.size())));
        state.set(new ListState.Filled(pages.get(0L).size()));
        loaded.set(loaded.get() + 1);
    }

    /// Reads the list again, since the ledger grew; the chosen card stays chosen where it still is
    /// in the list.
    public void refresh() {
        generation++;
        earlier.putAll(pages);
        pages.clear();
        asked.clear();
        count();
    }

    /// The list could not be brought up to the ledger.
    public void fail(String reason) {
        state.set(new ListState.Failed(reason));
    }

    private void count() {
        long now = generation;
        source.ifPresent(from ->
                io.ask(
                        () -> from.count().applyAsLong(filter),
                        size -> counted(size, now),
                        failure -> failed(failure, now)));
    }

    private void counted(long size, long then) {
        if (then != generation) {
            return;
        }
        state.set(new ListState.Filled(size));
        loaded.set(loaded.get() + 1);
        if (size == 0) {
            number.set(-1);
            chosen.set(Optional.empty());
        } else {
            choose(Math.clamp(number.get(), 0, size - 1));
        }
    }

    private void failed(RuntimeException failure, long then) {
        if (then == generation) {
            fail(String.valueOf(failure.getMessage()));
        }
    }

    /// The card of that number, counted from 0; one that is not there yet is read, and [#loaded]
    /// changes when it came.
    public Optional<AssetCard> get(long wanted) {
        long page = wanted / PAGE;
        int place = (int) (wanted % PAGE);
        List<AssetCard> cards = pages.get(page);
        if (cards == null) {
            if (wanted < size()) {
                ask(page);
            }
            cards = earlier.getOrDefault(page, List.of());
        }
        return place < cards.size() ? Optional.of(cards.get(place)) : Optional.empty();
    }

    private void ask(long page) {
        if (!asked.add(page)) {
            return;
        }
        long now = generation;
        Optional<AssetRow.Key> after =
                Optional.ofNullable(pages.get(page - 1))
                        .filter(cards -> cards.size() == PAGE)
                        .map(cards -> cards.getLast().key());
        source.ifPresent(from ->
                io.ask(
                        () -> from.pages().read(filter, page * PAGE, after, PAGE),
                        cards -> came(page, cards, now),
                        failure -> failed(failure, now)));
    }

    private void came(long page, List<AssetCard> cards, long then) {
        if (then != generation) {
            return;
        }
        pages.put(page, cards);
        earlier.remove(page);
        asked.remove(page);
        settle(page, cards);
        loaded.set(loaded.get() + 1);
    }

    /// Finds the chosen card again in a page that came, else takes what is at its place now.
    private void settle(long page, List<AssetCard> cards) {
        Optional<AssetCard> before = chosen.get();
        for (int i = 0; before.isPresent() && i < cards.size(); i++) {
            if (cards.get(i).asset().equals(before.get().asset())) {
                number.set(page * PAGE + i);
            }
        }
        if (number.get() / PAGE == page && number.get() % PAGE < cards.size()) {
            chosen.set(Optional.of(cards.get((int) (number.get() % PAGE))));
        }
    }

    /// Chooses the card of that number.
    public void choose(long wanted) {
        if (wanted < 0 || wanted >= size()) {
            return;
        }
        number.set(wanted);
        get(wanted)
                .filter(card -> pages.containsKey(wanted / PAGE))
                .ifPresent(card -> chosen.set(Optional.of(card)));
    }

    /// Chooses the card so many further on, as far as the list goes.
    public void step(long by) {
        if (size() > 0) {
            choose(Math.clamp(number.get() + by, 0, size() - 1));
        }
    }
}
