package studio.backlot.ui.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.search.AssetRow;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.SearchPrompts;

/// Takes found by the words of their prompts, wherever in the show they lie. For the window's
/// thread.
public final class SearchViewModel {
    private static final int MOST = 60;

    private final ArtRoom room;
    private final PlaceViewModel place;
    private final TakesViewModel takes;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper searched = new ReadOnlyBooleanWrapper();
    private Optional<SearchPrompts> search = Optional.empty();
    private String wanted = "";

    /// A take and the words it was asked for with.
    record Found(AssetCard card, String prompt) {}

    SearchViewModel(ArtRoom room, PlaceViewModel place, TakesViewModel takes) {
        this.room = room;
        this.place = place;
        this.takes = takes;
    }

    /// What was found, the newest first.
    ObservableList<Found> found() {
        return found;
    }

    /// Whether what is listed answers what was typed.
    ReadOnlyBooleanProperty searched() {
        return searched.getReadOnlyProperty();
    }

    void open(OpenShow show, ArtSession session) {
        search =
                show.isReadOnly()
                        ? Optional.empty()
                        : Optional.of(new SearchPrompts(show.production(), session.browse()));
        clear();
    }

    void clear() {
        wanted = "";
        found.clear();
        searched.set(false);
    }

    /// Looks for prompts in which each of the typed words occurs.
    void find(String typed) {
        wanted = typed;
        searched.set(false);
        Optional<SearchPrompts> prompts = search;
        if (typed.isBlank() || prompts.isEmpty()) {
            found.clear();
            return;
        }
        room.ask(
                production -> typed.equals(wanted) ? look(prompts.get(), typed) : List.<Found>of(),
                list -> {
                    if (typed.equals(wanted)) {
                        found.setAll(list);
                        searched.set(true);
                    }
                });
    }

    /// Not for the window's thread.
    private List<Found> look(SearchPrompts prompts, String typed) {
        room.session().ifPresent(ArtSession::refresh);
        List<Found> list = new ArrayList<>();
        for (AssetCard card : prompts.find(typed, MOST)) {
            list.add(new Found(card, prompts.words(card).orElse("")));
        }
        return list;
    }

    /// Goes to a take that was found, in the place where it lies.
    void show(Found one) {
        Optional<UUID> slot = one.card().slot().map(AssetRow.Slot::id);
        takes.chooseWhenRead(one.card());
        if (slot.equals(place.id())) {
            takes.reload();
        } else {
            place.work(slot);
        }
    }
}
