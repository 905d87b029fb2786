package studio.backlot.ui.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.SavedViews;

/// The views that a person keeps of the lists. For the window's thread.
final class SavedViewsViewModel {
    private final ReviewViewModel review;
    private final ObservableList<SavedViews.View> views = FXCollections.observableArrayList();

    SavedViewsViewModel(ReviewViewModel review) {
        this.review = review;
    }

    ObservableList<SavedViews.View> views() {
        return views;
    }

    void open() {
        ask(SavedViews::all);
    }

    void close() {
        views.clear();
    }

    private void ask(Function<SavedViews, List<SavedViews.View>> work) {
        Optional<OpenShow> show = review.show();
        show.ifPresent(one ->
                one.ask(
                        production ->
                                work.apply(new SavedViews(production, one.actor().person().id())),
                        found -> {
                            if (review.show().equals(show)) {
                                views.setAll(found);
                            }
                        }));
    }

    /// Keeps what the list is narrowed by now under this name.
    void keep(String name) {
        var view =
                new SavedViews.View(
                        name.strip(),
                        review.page().get().wireName(),
                        review.filters().get().stream().map(FilterChoice::wireName).toList(),
                        review.typed().get().strip());
        ask(saved -> saved.keep(view));
    }

    /// Forgets the view of this name.
    void forget(String name) {
        ask(saved -> saved.forget(name));
    }

    /// Narrows the list as a view says; what it names that there no longer is, is left out.
    void enter(SavedViews.View view) {
        Set<FilterChoice> filters = EnumSet.noneOf(FilterChoice.class);
        for (FilterChoice choice : FilterChoice.values()) {
            if (view.filters().contains(choice.wireName())) {
                filters.add(choice);
            }
        }
        for (ReviewPage page : ReviewPage.values()) {
            if (page.isOfAssets() && page.wireName().equals(view.page())) {
                review.enter(page);
            }
        }
        review.narrowTo(filters, view.typed());
    }
}
