package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Person;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.Studio;
import studio.backlot.workflow.TakeCheckpointOut;
import studio.backlot.workflow.VerifyLedger;

/// What the frame shows: the room, the open production, lamp, seal, person, message; and what can
/// be done with productions. For the window's thread.
public final class ShellViewModel {
    private static final Duration FOLLOWED = Duration.seconds(1);
    private static final String SAMPLE = "sample-show";

    private final Studio studio;
    private final SettingsStore store;
    private final Words words;
    private final Background desk;
    private final Background io;
    private final ShowOpener opener;
    private final RecentShows recent;

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Optional<OpenShow>> show =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SealState> seal =
            new ReadOnlyObjectWrapper<>(new SealState.None());
    private final ReadOnlyObjectWrapper<Optional<VerificationReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> message =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isFirstStart;
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Room> room;
    private final ObjectProperty<LampState> lamp = new SimpleObjectProperty<>(new LampState.Off());
    private final Timeline follow = new Timeline(new KeyFrame(FOLLOWED, event -> lookAgain()));
    private final List<Consumer<OpenShow>> opened = new ArrayList<>();
    private final List<Runnable> closed = new ArrayList<>();

    public ShellViewModel(
            Studio studio, SettingsStore store, InstantSource clock, FxThread fx, Words words) {
        this.studio = studio;
        this.store = store;
        this.words = words;
        settings = new ReadOnlyObjectWrapper<>(store.read());
        room = new SimpleObjectProperty<>(settings.get().room());
        desk = new Background(studio.desk(), fx, this::fail);
        io = new Background(studio.io(), fx, this::fail);
        opener = new ShowOpener(studio, desk, words);
        recent = new RecentShows(this, clock);
        room.addListener((property, before, now) -> change(settings.get().with(now)));
        follow.setCycleCount(Animation.INDEFINITE);
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Keeps other settings.
    public void change(Settings wanted) {
        settings.set(wanted);
        io.run(() -> store.write(wanted));
    }

    public ObjectProperty<Room> room() {
        return room;
    }

    /// The production that is shown, if one is.
    public ReadOnlyObjectProperty<Optional<OpenShow>> show() {
        return show.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SealState> seal() {
        return seal.getReadOnlyProperty();
    }

    /// What the last verification of the open production said, if there was one.
    public ReadOnlyObjectProperty<Optional<VerificationReport>> report() {
        return report.getReadOnlyProperty();
    }

    public ObjectProperty<LampState> lamp() {
        return lamp;
    }

    public ReadOnlyObjectProperty<Optional<Message>> message() {
        return message.getReadOnlyProperty();
    }

    /// Says something at the foot of the window.
    public void say(Message text) {
        message.set(Optional.of(text));
    }

    /// Takes the message away.
    public void hush() {
        message.set(Optional.empty());
    }

    private void fail(RuntimeException failure) {
        say(
                Message.failure(
                        Optional.ofNullable(failure.getMessage())
                                .orElseGet(() ->
                                        words.get(
                                                "failure.unknown",
                                                failure.getClass().getSimpleName()))));
    }

    /// Hears of each production that opens.
    public void whenOpened(Consumer<OpenShow> listener) {
        opened.add(listener);
    }

    /// Hears that the production is about to close.
    public void whenClosed(Runnable listener) {
        closed.add(listener);
    }

    /// Sees what somebody else has recorded meanwhile; asking is enough, the feed tells.
    private void lookAgain() {
        show.get().ifPresent(one -> one.ask(production -> Boolean.TRUE, seen -> {}));
    }

    /// Opens the production that was shown last; at the very first start, a show to try things in,
    /// made in this folder.
    public void openLast(Path place) {
        settings.get().recent().stream()
                .findFirst()
                .map(Settings.RecentShow::folder)
                .ifPresentOrElse(this::open, () -> openSample(place.resolve(SAMPLE)));
    }

    private void openSample(Path folder) {
        String name = words.get("sample.name");
        desk.ask(
                () -> opener.isThere(folder),
                isThere -> {
                    isFirstStart = !isThere;
                    desk.ask(
                            () ->
                                    isThere
                                            ? opener.open(folder, opener.account(credited()))
                                            : opener.sample(
                                                    folder, name, opener.account(credited())),
                            this::opened,
                            this::failedToOpen);
                });
    }

    /// Whether a person may be called so.
    static boolean isName(String name) {
        try {
            Person.requireName(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The name that work is credited to in what is opened from now on.
    String credited() {
        return settings.get().habits().creditedAs().orElseGet(studio::accountName);
    }

    /// Opens a production in place of the one that is shown; for reading where somebody else
    /// writes.
    public void open(Path folder) {
        String name = credited();
        open(folder, () -> opener.account(name));
    }

    /// Opens the shown production again as another person of this machine.
    public void actAs(OwnPerson person) {
        show.get().ifPresent(one -> open(one.production().layout().root(), () -> person));
    }

    private void open(Path folder, Supplier<OwnPerson> person) {
        closeShow();
        desk.ask(() -> opener.open(folder, person.get()), this::opened, this::failedToOpen);
    }

    /// Makes a production and shows it.
    public void create(Path folder, String name, PolicyPreset preset) {
        closeShow();
        String person = credited();
        desk.ask(
                () -> opener.create(folder, name, preset, opener.account(person)),
                this::opened,
                this::failedToOpen);
    }

    /// Whether the program was started for the first time, and nobody was told yet where they are.
    boolean isFirstStart() {
        return isFirstStart;
    }

    /// A person has read where they are.
    void settle() {
        isFirstStart = false;
    }

    private void failedToOpen(RuntimeException failure) {
        atStart.set(true);
        fail(failure);
    }

    /// Closes the production and goes back to where shows are chosen.
    public void leave() {
        closeShow();
        atStart.set(true);
    }

    /// Whether a person must choose a show before there is one.
    public ReadOnlyBooleanProperty atStart() {
        return atStart.getReadOnlyProperty();
    }

    private void opened(OpenShow one) {
        atStart.set(false);
        show.set(Optional.of(one));
        recent.opened(one);
        one.feed().listen(this::recorded);
        if (one.isReadOnly()) {
            follow.playFromStart();
        }
        opened.forEach(listener -> listener.accept(one));
        one.ask(production -> production.ledger().head().checkpoint().size(), this::recorded);
    }

    private void recorded(long size) {
        show.get().filter(one -> !one.isReadOnly()).ifPresent(recent::portray);
        if (seal.get() instanceof SealState.Damaged) {
            return;
        }
        show.get()
                .ifPresent(one ->
                        io.ask(
                                () -> one.production().anchored(),
                                when ->
                                        seal.set(
                                                when.<SealState>map(time ->
                                                                new SealState.Anchored(size, time))
                                                        .orElseGet(() ->
                                                                new SealState.Recorded(size)))));
    }

    /// Whether a check of the records is under way.
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /// Verifies the shown production from its raw bytes; the answer is in [#report].
    public void verify() {
        show.get()
                .filter(one -> !checking.get())
                .ifPresent(one -> {
                    checking.set(true);
                    io.ask(
                            () ->
                                    studio.verifier()
                                            .run(
                                                    new VerifyLedger.Question(
                                                            one.production().layout().root(),
                                                            List.of(),
                                                            Optional.empty(),
                                                            List.of(),
                                                            false),
                                                    Progress.NONE,
                                                    new Cancellation()),
                            found -> {
                                checking.set(false);
                                if (show.get().equals(Optional.of(one))) {
                                    verified(found);
                                }
                            },
                            failure -> {
                                checking.set(false);
                                fail(failure);
                            });
                });
    }

    /// Keeps a checkpoint of the shown production and writes its signed note to a file.
    void saveCheckpoint(Path file) {
        show.get()
                .ifPresent(one ->
                        one.ask(
                                production ->
                                        new TakeCheckpointOut(production).run(Optional.of(file)),
                                note ->
                                        say(
                                                Message.of(
                                                        words.get(
                                                                "seal.saved",
                                                                words.number(
                                                                        note.checkpoint().size()),
                                                                file)))));
    }

    /// Shows what a verification of the shown production said.
    public void verified(VerificationReport found) {
        report.set(Optional.of(found));
        if (found.isClean()) {
            say(Message.of(words.get("verified.clean", words.number(found.entries()))));
        } else {
            seal.set(new SealState.Damaged(found.findings().size()));
        }
    }

    /// Closes the production, if one is shown; what is being recorded is finished first.
    public void closeShow() {
        show.get()
                .ifPresent(one -> {
                    follow.stop();
                    closed.forEach(Runnable::run);
                    show.set(Optional.empty());
                    seal.set(new SealState.None());
                    report.set(Optional.empty());
                    desk.run(() -> {
                        one.queue().ifPresent(PlateQueue::close);
                        one.production().close();
                    });
                });
    }

    /// All that a workflow needs.
    Studio studio() {
        return studio;
    }

    /// Does a piece of work beside the window's thread; failures are told at its foot.
    public Background io() {
        return io;
    }
}
