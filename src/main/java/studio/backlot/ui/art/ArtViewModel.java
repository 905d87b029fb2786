package studio.backlot.ui.art;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.base.ContentHash;
import studio.backlot.catalog.PackKind;
import studio.backlot.identity.Role;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.UsedSettings;

/// What the artist's room shows and does: a place in the show, the recipe, the takes of the shot,
/// the runs, and the picture on the canvas. For the window's thread.
public final class ArtViewModel {
    private final ArtRoom room;
    private final RecipeViewModel recipe = new RecipeViewModel();
    private final PlaceViewModel place;
    private final TakesViewModel takes;
    private final RunsViewModel runs;
    private final CompareViewModel compare;
    private final RecordViewModel record;
    private final ReferencesViewModel references;
    private final SearchViewModel search;
    private final ErasingViewModel erasing;
    private final CardWords names;
    private final ReadOnlyObjectWrapper<Optional<Shown>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isEntering;

    /// `outside` is the folder in which what is kept outside of shows has folders of its own.
    public ArtViewModel(ShellViewModel shell, Words words, Path outside) {
        room = new ArtRoom(shell, words);
        place = new PlaceViewModel(room, this::entered);
        takes = new TakesViewModel(room, place::id);
        runs = new RunsViewModel(room, recipe, place, takes);
        compare = new CompareViewModel(room, takes, this::reading);
        references = new ReferencesViewModel(room, place, JpegPictures::decode);
        search = new SearchViewModel(room, place, takes);
        erasing = new ErasingViewModel(room, takes, place::id);
        record = new RecordViewModel(room, takes, outside.resolve("receipts"));
        names = new CardWords(words.locale());
        takes.chosen().addListener((property, before, now) -> load(now));
    }

    /// What the next plates are made with.
    public RecipeViewModel recipe() {
        return recipe;
    }

    /// The place in the show.
    public PlaceViewModel place() {
        return place;
    }

    /// The takes of the shot.
    public TakesViewModel takes() {
        return takes;
    }

    /// What is being made.
    public RunsViewModel runs() {
        return runs;
    }

    /// Takes beside each other.
    public CompareViewModel compare() {
        return compare;
    }

    /// What the record holds of the take on the canvas.
    public RecordViewModel record() {
        return record;
    }

    /// The pictures from elsewhere beside the canvas.
    public ReferencesViewModel references() {
        return references;
    }

    /// Search over prompts.
    public SearchViewModel search() {
        return search;
    }

    /// Deleting the pictures of hidden takes.
    public ErasingViewModel erasing() {
        return erasing;
    }

    /// The picture on the canvas, once it is read.
    ReadOnlyObjectProperty<Optional<Shown>> picture() {
        return picture.getReadOnlyProperty();
    }

    /// What takes are called.
    CardWords names() {
        return names;
    }

    /// What its view models share.
    ArtRoom room() {
        return room;
    }

    /// Works in another show.
    void open(OpenShow show) {
        var opened =
                new ArtSession(show, new BrowseAssets(show.production(), show.actor().person()));
        isEntering = true;
        room.enter(opened);
        show.ask(
                production -> show.studio().catalog().packs(PackKind.DIFFUSION),
                packs -> {
                    recipe.packs().setAll(packs);
                    recipe.pack().set(packs.stream().findFirst());
                });
        show.queue().ifPresent(queue -> opened.listen(queue, runs));
        show.feed().listen(size -> takes.reload());
        search.open(show, opened);
        references.open(show);
        if (!show.isReadOnly()) {
            place.resume();
        }
    }

    void close() {
        room.leave();
        compare.end();
        takes.clear();
        references.clear();
        search.clear();
        place.clear();
        runs.previews().clear();
    }

    private void entered() {
        takes.chooseNewest();
    }

    private void load(Optional<Take> now) {
        Optional<OpenShow> show = room.session().map(ArtSession::show);
        if (now.isEmpty() || show.isEmpty()) {
            picture.set(Optional.empty());
            return;
        }
        switch (now.get()) {
            case Take.Made take when take.erased().isPresent() -> picture.set(Optional.empty());
            case Take.Made take -> {
                begin(take);
                room.shell()
                        .io()
                        .ask(
                                reading(take),
                                shown -> {
                                    if (takes.chosen().get().filter(take::isSame).isPresent()) {
                                        picture.set(Optional.of(shown));
                                    }
                                });
            }
            case Take.Coming coming ->
                    picture.set(runs.previews().of(coming.job()).map(Shown::preview));
        }
    }

    /// The words of the first take that is shown stand in the empty bar, for whoever begins with
    /// it.
    private void begin(Take.Made first) {
        if (isEntering) {
            isEntering = false;
            room.session().ifPresent(one -> one.words(first, recipe::begin));
        }
    }

    /// What reads the picture of a take, beside the window's thread.
    private Supplier<Shown> reading(Take.Made take) {
        OpenProduction production = room.session().orElseThrow().show().production();
        String name =
                room.words()
                        .get(
                                "canvas.name",
                                names.title(take.card()),
                                TakeFace.name(take.card(), names));
        return () -> ArtSession.shown(production, take.card(), name);
    }

    /// Brings the words and numbers of a recorded plate back into the recipe.
    public void useAgain(ContentHash asset) {
        room.session()
                .ifPresent(one ->
                        room.ask(
                                production ->
                                        UsedSettings.of(
                                                production,
                                                asset,
                                                one.show().everyday(Role.ARTIST).maker()),
                                recipe::take));
    }
}
