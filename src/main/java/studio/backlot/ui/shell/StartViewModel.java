package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.raster.Plate;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.Productions;

/// The shows that a person may go on with: those that were open here, each with its picture, or
/// without its folder. For the window's thread.
final class StartViewModel {
    private static final int COVER_WIDTH = 560;

    private final ShellViewModel shell;
    private final Productions productions;
    private final Words words;
    private final ObservableList<ShowCard> cards = FXCollections.observableArrayList();

    StartViewModel(ShellViewModel shell, Productions productions, Words words) {
        this.shell = shell;
        this.productions = productions;
        this.words = words;
        shell.atStart().addListener((property, before, now) -> look());
        shell.settings().addListener((property, before, now) -> look());
        look();
    }

    /// One show: whether its folder is on this disk, and its picture where it has one.
    record ShowCard(Settings.RecentShow recent, boolean isThere, Optional<Plate> cover) {}

    /// The show that was open last comes first.
    ObservableList<ShowCard> cards() {
        return cards;
    }

    /// Only while a person chooses: nothing is read beside an open show.
    private void look() {
        if (shell.atStart().get()) {
            List<Settings.RecentShow> recent = shell.settings().get().recent();
            shell.io().ask(() -> recent.stream().map(this::card).toList(), cards::setAll);
        }
    }

    private ShowCard card(Settings.RecentShow recent) {
        boolean isThere = productions.isProduction(recent.folder());
        return new ShowCard(
                recent,
                isThere,
                isThere
                        ? recent.cover()
                                .flatMap(cover ->
                                        productions.picture(recent.folder(), cover, COVER_WIDTH))
                        : Optional.empty());
    }

    /// Opens a show.
    void open(ShowCard card) {
        shell.open(card.recent().folder());
    }

    /// Opens a show in the folder where it was found again.
    void found(ShowCard card, Path folder) {
        shell.change(shell.settings().get().without(card.recent().folder()));
        shell.open(folder);
    }

    /// Takes a show from the list; its folder, wherever it is, is left alone.
    void forget(ShowCard card) {
        Settings before = shell.settings().get();
        shell.change(before.without(card.recent().folder()));
        shell.say(
                Message.of(
                        words.get("start.forgotten", card.recent().name()),
                        words.get("undo"),
                        () -> shell.change(shell.settings().get().withAll(before.recent()))));
    }
}
