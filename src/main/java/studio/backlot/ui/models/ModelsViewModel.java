package studio.backlot.ui.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.ContentHash;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackCheck;
import studio.backlot.catalog.PackKind;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.LookAtPack;
import studio.backlot.workflow.Studio;

/// The packs of this machine; what is known of the chosen one, and what a check of it found; adding
/// and removing. For the window's thread.
public final class ModelsViewModel {
    private static final int HUNDRED = 100;

    private final Studio studio;
    private final ShellViewModel shell;
    private final Words words;
    private final Consumer<ModelPack> used;
    private final ObservableList<ModelPack> packs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ModelPack>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PackState> check =
            new ReadOnlyObjectWrapper<>(new PackState.Unasked());
    private final ReadOnlyObjectWrapper<Optional<Known>> known =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> copied =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Cancellation copying = new Cancellation();

    /// `used` hears which pack makes the next plates.
    public ModelsViewModel(
            Studio studio, ShellViewModel shell, Words words, Consumer<ModelPack> used) {
        this.studio = studio;
        this.shell = shell;
        this.words = words;
        this.used = used;
        chosen.addListener((property, before, now) -> {
            check.set(new PackState.Unasked());
            known.set(Optional.empty());
            now.ifPresent(this::look);
        });
    }

    /// What is known of a pack: its files together in bytes, whether it can be removed, and what
    /// the open show has seen of it.
    record Known(long bytes, boolean isRemovable, LookAtPack.Seen seen) {}

    private Background io() {
        return shell.io();
    }

    ObservableList<ModelPack> packs() {
        return packs;
    }

    ObjectProperty<Optional<ModelPack>> chosen() {
        return chosen;
    }

    ReadOnlyObjectProperty<PackState> check() {
        return check.getReadOnlyProperty();
    }

    /// What is known of the chosen pack, once it is read.
    ReadOnlyObjectProperty<Optional<Known>> known() {
        return known.getReadOnlyProperty();
    }

    /// How far a copy is, in hundredths; none where nothing is copied.
    ReadOnlyObjectProperty<Optional<Integer>> copied() {
        return copied.getReadOnlyProperty();
    }

    /// What went wrong, in words; empty where nothing did.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Looks for the packs again.
    public void load() {
        load(chosen.get().map(ModelPack::id));
    }

    private void load(Optional<String> wanted) {
        io().ask(
                        () -> studio.catalog().packs(),
                        found -> {
                            packs.setAll(found);
                            chosen.set(Optional.empty());
                            chosen.set(
                                    found.stream()
                                            .filter(pack -> wanted.equals(Optional.of(pack.id())))
                                            .findFirst()
                                            .or(() -> found.stream().findFirst()));
                        },
                        this::tell);
    }

    private void tell(RuntimeException failure) {
        copied.set(Optional.empty());
        trouble.set(
                failure instanceof Cancelled
                        ? words.get("add.stopped")
                        : String.valueOf(failure.getMessage()));
    }

    private void look(ModelPack pack) {
        Optional<OpenShow> show = shell.show().get();
        Consumer<LookAtPack.Seen> seen =
                now ->
                        io().ask(
                                        () ->
                                                new Known(
                                                        pack.bytes(),
                                                        studio.isRemovable(pack),
                                                        now),
                                        found -> arrived(pack, found),
                                        this::tell);
        show.ifPresentOrElse(
                one ->
                        one.ask(
                                production ->
                                        new LookAtPack(
                                                        production,
                                                        new BrowseAssets(
                                                                production, one.actor().person()))
                                                .of(pack),
                                seen),
                () -> seen.accept(LookAtPack.Seen.NOTHING));
    }

    private void arrived(ModelPack pack, Known found) {
        if (chosen.get().filter(pack::equals).isPresent()) {
            known.set(Optional.of(found));
        }
    }

    /// The pixels of a plate of the open show; not for the window's thread.
    Plate plate(ContentHash asset) {
        OpenShow show = shell.show().get().orElseThrow();
        return PngReader.read(show.production().assets().read(asset)).plate();
    }

    Background background() {
        return io();
    }

    /// Checks the files of the chosen pack.
    void checkNow() {
        chosen.get()
                .ifPresent(pack -> {
                    check.set(new PackState.Checking());
                    io().ask(
                                    () -> PackCheck.of(pack),
                                    found -> {
                                        if (chosen.get().filter(pack::equals).isPresent()) {
                                            check.set(new PackState.Checked(found));
                                        }
                                    });
                });
    }

    /// Whether plates can be made with a pack in the open show.
    boolean canUse(ModelPack pack) {
        return pack.kind() == PackKind.DIFFUSION
                && shell.show().get().filter(one -> !one.isReadOnly()).isPresent();
    }

    /// Makes the next plates with the chosen pack.
    void use() {
        chosen.get()
                .ifPresent(pack -> {
                    used.accept(pack);
                    shell.say(Message.of(words.get("used", pack.displayName())));
                });
    }

    /// Copies a pack from a folder of this machine to the packs of this account.
    void add(Path folder) {
        if (copied.get().isPresent()) {
            return;
        }
        trouble.set("");
        copied.set(Optional.of(0));
        var stop = new Cancellation();
        copying = stop;
        io().ask(
                        () ->
                                studio.addPack(
                                        folder,
                                        (stage, done, total) ->
                                                io().fx().latest(copied, () -> report(done, total)),
                                        stop),
                        pack -> {
                            copied.set(Optional.empty());
                            shell.say(Message.of(words.get("added", pack.displayName())));
                            load(Optional.of(pack.id()));
                        },
                        this::tell);
    }

    private void report(long done, long total) {
        if (copied.get().isPresent()) {
            copied.set(Optional.of((int) (done * HUNDRED / Math.max(1, total))));
        }
    }

    /// Stops the copy; nothing of it stays.
    void stop() {
        copying.cancel();
    }

    /// Removes the chosen pack from this machine.
    void remove() {
        trouble.set("");
        chosen.get()
                .ifPresent(pack ->
                        io().ask(
                                        () -> {
                                            studio.removePack(pack);
                                            return pack;
                                        },
                                        gone -> {
                                            shell.say(
                                                    Message.of(
                                                            words.get(
                                                                    "removed",
                                                                    gone.displayName())));
                                            load(Optional.empty());
                                        },
                                        this::tell));
    }
}
