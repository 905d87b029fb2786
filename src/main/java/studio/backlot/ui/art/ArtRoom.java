package studio.backlot.ui.art;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.OpenProduction;

/// What the view models of the artist's room share: the show that is open in it, a way to its
/// stores, and a place to say something. For the window's thread.
final class ArtRoom {
    private final ShellViewModel shell;
    private final Words words;
    private Optional<ArtSession> session = Optional.empty();

    ArtRoom(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
    }

    /// The show that is worked in, with its gallery.
    Optional<ArtSession> session() {
        return session;
    }

    void enter(ArtSession opened) {
        session = Optional.of(opened);
    }

    void leave() {
        session.ifPresent(ArtSession::close);
        session = Optional.empty();
    }

    ShellViewModel shell() {
        return shell;
    }

    Words words() {
        return words;
    }

    /// Works on the production in turn with the runs; what comes back for a show that was left
    /// meanwhile is dropped.
    <T> void ask(Function<OpenProduction, T> work, Consumer<T> then) {
        session.ifPresent(one -> one.show().ask(work, found -> ifStill(one, found, then)));
    }

    /// Looks into the gallery, beside the runs.
    <T> void look(Function<ArtSession, T> work, Consumer<T> then) {
        session.ifPresent(one ->
                one.show().desk().ask(() -> work.apply(one), found -> ifStill(one, found, then)));
    }

    private <T> void ifStill(ArtSession asked, T found, Consumer<T> then) {
        if (session.filter(now -> now == asked).isPresent()) {
            then.accept(found);
        }
    }

    /// Says something at the foot of the window.
    void say(Message message) {
        shell.say(message);
    }
}
