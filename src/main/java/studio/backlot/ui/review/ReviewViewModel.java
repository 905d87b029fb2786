package studio.backlot.ui.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.backlot.base.Cancellation;
import studio.backlot.clearance.ReviewState;
import studio.backlot.search.AssetQuery.Place;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.gallery.CardSource;
import studio.backlot.ui.gallery.PagedCards;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetFilter;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.ReturnFile;

/// What the producer's room shows: its page, the list and how it is narrowed, the evidence of the
/// chosen asset, the verdicts that are gathered. For the window's thread.
public final class ReviewViewModel {
    private final Words words;
    private final PagedCards cards;
    private final EvidenceViewModel evidence;
    private final VerdictTray tray;
    private final SavedViewsViewModel saved = new SavedViewsViewModel(this);
    private final ObjectProperty<ReviewPage> page = new SimpleObjectProperty<>(ReviewPage.INBOX);
    private final ReadOnlyObjectWrapper<Optional<BrowseAssets.Waiting>> part =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<FilterChoice>> filters =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty isTable = new SimpleBooleanProperty();
    private final BooleanProperty isOneByOne = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Inbox> inbox = new ReadOnlyObjectWrapper<>(Inbox.EMPTY);
    private final ReadOnlyLongWrapper percent = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper isProvisional = new ReadOnlyBooleanWrapper();
    private final List<Runnable> decided = new ArrayList<>();
    private Optional<OpenShow> show = Optional.empty();
    private Optional<BrowseAssets> browse = Optional.empty();

    ReviewViewModel(ShellViewModel shell, Words words) {
        this.words = words;
        cards = new PagedCards(shell.io());
        evidence = new EvidenceViewModel();
        tray = new VerdictTray(shell::say, words);
        cards.chosen().addListener((property, before, now) -> evidence.look(show, now));
        page.addListener((property, before, now) -> {
            part.set(Optional.empty());
            filters.set(Set.of());
            typed.set("");
            list();
        });
        typed.addListener((property, before, now) -> list());
    }

    PagedCards cards() {
        return cards;
    }

    EvidenceViewModel evidence() {
        return evidence;
    }

    VerdictTray tray() {
        return tray;
    }

    ObjectProperty<ReviewPage> page() {
        return page;
    }

    /// The part of the show that the inbox is narrowed to.
    ReadOnlyObjectProperty<Optional<BrowseAssets.Waiting>> part() {
        return part.getReadOnlyProperty();
    }

    /// What the list is narrowed by.
    ReadOnlyObjectProperty<Set<FilterChoice>> filters() {
        return filters.getReadOnlyProperty();
    }

    /// The words that somebody typed to find assets.
    StringProperty typed() {
        return typed;
    }

    /// Whether the list is a table instead of a sheet.
    BooleanProperty isTable() {
        return isTable;
    }

    /// Whether assets are shown one by one.
    BooleanProperty isOneByOne() {
        return isOneByOne;
    }

    ReadOnlyObjectProperty<Inbox> inbox() {
        return inbox.getReadOnlyProperty();
    }

    /// Works in another show.
    void open(OpenShow opened) {
        show = Optional.of(opened);
        var assets = new BrowseAssets(opened.production(), opened.actor().person());
        browse = Optional.of(assets);
        cards.open(CardSource.of(assets));
        tray.open(opened);
        saved.open();
        opened.feed().listen(size -> refresh());
        showFirst(assets, opened);
        bringUp(
                assets,
                opened,
                () -> {
                    isProvisional.set(false);
                    list();
                    tray.takeUp(opened, assets);
                });
    }

    /// Shows the newest work at once where the index must be made first.
    private void showFirst(BrowseAssets assets, OpenShow opened) {
        opened.ask(
                production -> assets.first(PagedCards.PAGE),
                first -> {
                    if (first.isProvisional() && show.equals(Optional.of(opened))) {
                        isProvisional.set(true);
                        cards.showFirst(first.cards());
                    }
                },
                failure -> cards.fail(String.valueOf(failure.getMessage())));
    }

    void close() {
        show = Optional.empty();
        browse = Optional.empty();
        isOneByOne.set(false);
        isProvisional.set(false);
        cards.close();
        tray.close();
        saved.close();
        inbox.set(Inbox.EMPTY);
        part.set(Optional.empty());
    }

    /// Brings lists, counts and evidence up to the ledger.
    void refresh() {
        if (show.isPresent() && browse.isPresent()) {
            bringUp(
                    browse.get(),
                    show.get(),
                    () -> {
                        cards.refresh();
                        evidence.look(show, cards.chosen().get());
                    });
        }
    }

    private void bringUp(BrowseAssets assets, OpenShow opened, Runnable then) {
        FxThread fx = opened.desk().fx();
        opened.ask(
                production -> {
                    assets.refresh(
                            (stage, done, total) ->
                                    fx.latest(
                                            percent,
                                            () -> percent.set(total == 0 ? 0 : done * 100 / total)),
                            new Cancellation());
                    return Inbox.of(assets);
                },
                counts -> {
                    if (show.equals(Optional.of(opened))) {
                        inbox.set(counts);
                        then.run();
                    }
                },
                failure -> cards.fail(String.valueOf(failure.getMessage())));
    }

    /// Whether the list is only the newest work, since the record is still being read.
    ReadOnlyBooleanProperty isProvisional() {
        return isProvisional.getReadOnlyProperty();
    }

    /// How far the reading of the record is, in hundredths.
    ReadOnlyLongProperty percent() {
        return percent.getReadOnlyProperty();
    }

    /// Lists what the page, the part of the show and the filters say.
    private void list() {
        if (browse.isPresent() && page.get().isOfAssets()) {
            cards.show(filter());
        }
    }

    private AssetFilter filter() {
        AssetFilter all =
                page.get() == ReviewPage.INBOX ? AssetFilter.ALL.waitingForMe() : AssetFilter.ALL;
        AssetFilter there = part.get().map(one -> all.at(place(one))).orElse(all);
        return FilterChoice.narrow(there, filters.get()).with(typed.get());
    }

    private static Place place(BrowseAssets.Waiting one) {
        return one.node().<Place>map(Place.Within::new).orElseGet(Place.NoSlot::new);
    }

    /// Shows what waits in one part of the show.
    void enter(BrowseAssets.Waiting wanted) {
        page.set(ReviewPage.INBOX);
        part.set(Optional.of(wanted));
        list();
    }

    /// Shows a page from its beginning.
    void enter(ReviewPage wanted) {
        if (page.get() == wanted) {
            part.set(Optional.empty());
            list();
        }
        page.set(wanted);
    }

    /// Narrows the list by one thing more, or no longer by it.
    void narrow(FilterChoice choice, boolean isWanted) {
        Set<FilterChoice> wanted = EnumSet.noneOf(FilterChoice.class);
        wanted.addAll(filters.get());
        if (isWanted) {
            wanted.add(choice);
        } else {
            wanted.remove(choice);
        }
        filters.set(wanted);
        list();
    }

    /// Narrows the list by exactly these things.
    void narrowTo(Set<FilterChoice> wanted, String text) {
        part.set(Optional.empty());
        filters.set(Set.copyOf(wanted));
        typed.set(text);
        list();
    }

    /// The views that the person keeps.
    SavedViewsViewModel saved() {
        return saved;
    }

    /// Narrows the list by nothing any more.
    void widen() {
        part.set(Optional.empty());
        filters.set(Set.of());
        typed.set("");
        list();
    }

    /// Whether the list is narrowed by more than its page.
    boolean isNarrowed() {
        return part.get().isPresent() || !filters.get().isEmpty() || !typed.get().isBlank();
    }

    /// Gathers a verdict about the chosen asset and goes on to the next; without a reason where one
    /// is needed it is not gathered, and the answer is no.
    boolean decide(ReviewState decision, String reason) {
        Optional<AssetCard> card = cards.chosen().get();
        boolean isReadOnly = show.filter(OpenShow::isReadOnly).isPresent();
        if (card.isEmpty() || isReadOnly || !VerdictTray.canDecide(card.get())) {
            return true;
        }
        if (decision != ReviewState.APPROVED && reason.isBlank()) {
            return false;
        }
        tray.gather(
                card.get(), decision, reason.isBlank() ? words.get("reason.none") : reason.strip());
        cards.step(1);
        decided.forEach(Runnable::run);
        return true;
    }

    /// Puts the file of the chosen asset back; `otherwise` hears why it is not that file.
    void putBack(Path file, Runnable then, Consumer<RuntimeException> otherwise) {
        Optional<AssetCard> card = cards.chosen().get();
        card.ifPresent(one ->
                show.ifPresent(open ->
                        open.ask(
                                production -> {
                                    new ReturnFile(production).run(one.asset(), file);
                                    return one;
                                },
                                done -> then.run(),
                                otherwise)));
    }

    /// Hears of each verdict that was gathered.
    void whenDecided(Runnable listener) {
        decided.add(listener);
    }

    /// The open show.
    Optional<OpenShow> show() {
        return show;
    }
}
