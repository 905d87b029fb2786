package studio.backlot.ui.art;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.identity.Role;
import studio.backlot.raster.Plate;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.ForeignPicture;
import studio.backlot.workflow.KeepReference;
import studio.backlot.workflow.References;
import studio.backlot.workflow.References.Reference;

/// The pictures from elsewhere that lie beside the canvas, for the place that is worked on. For the
/// window's thread.
public final class ReferencesViewModel {
    private final ArtRoom room;
    private final PlaceViewModel place;
    private final Function<byte[], Plate> jpeg;
    private final ObservableList<Reference> list = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Reference>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Plate>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty isOn = new SimpleBooleanProperty(true);
    private Optional<References> references = Optional.empty();

    /// `jpeg` decodes the bytes of a JPEG file.
    ReferencesViewModel(ArtRoom room, PlaceViewModel place, Function<byte[], Plate> jpeg) {
        this.room = room;
        this.place = place;
        this.jpeg = jpeg;
        place.slot().addListener((property, before, now) -> reload());
    }

    /// The references of the place, newest first.
    ObservableList<Reference> list() {
        return list;
    }

    /// The one that is looked at.
    ReadOnlyObjectProperty<Optional<Reference>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Its pixels, once they are read.
    ReadOnlyObjectProperty<Optional<Plate>> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Whether references are shown at all.
    BooleanProperty isOn() {
        return isOn;
    }

    void open(OpenShow show) {
        references = Optional.of(new References(show.production()));
        reload();
    }

    void clear() {
        references = Optional.empty();
        list.clear();
        show(Optional.empty());
    }

    private void reload() {
        Optional<References> now = references;
        Optional<UUID> slot = place.id();
        now.ifPresent(all ->
                room.ask(
                        production -> all.of(slot),
                        found -> {
                            if (place.id().equals(slot)) {
                                arrange(found);
                            }
                        }));
    }

    private void arrange(List<Reference> found) {
        list.setAll(found);
        Optional<Reference> kept = shown.get().filter(found::contains);
        show(kept.or(() -> found.stream().findFirst()));
    }

    private void show(Optional<Reference> wanted) {
        boolean isOther = !shown.get().equals(wanted);
        shown.set(wanted);
        if (isOther) {
            picture.set(Optional.empty());
            wanted.ifPresent(this::read);
        }
    }

    private void read(Reference reference) {
        room.session()
                .ifPresent(one ->
                        room.shell()
                                .io()
                                .ask(
                                        () ->
                                                ArtSession.plate(
                                                        one.show().production(), reference.asset()),
                                        plate -> {
                                            if (shown.get().equals(Optional.of(reference))) {
                                                picture.set(Optional.of(plate));
                                            }
                                        }));
    }

    /// The next reference of the place, round and round.
    void next() {
        int now = shown.get().map(list::indexOf).orElse(-1);
        if (!list.isEmpty()) {
            show(Optional.of(list.get((now + 1) % list.size())));
        }
    }

    /// Takes files in as references of the place; what cannot be taken in is said in words.
    public void take(List<Path> files) {
        files.forEach(this::take);
    }

    private void take(Path file) {
        Optional<UUID> slot = place.id();
        room.session()
                .ifPresent(one -> {
                    if (one.show().isReadOnly()) {
                        room.say(
                                Message.failure(
                                        room.words()
                                                .get("locked", one.show().writer().orElse(""))));
                        return;
                    }
                    room.shell()
                            .io()
                            .ask(
                                    () -> ForeignPicture.read(file, jpeg),
                                    picture -> keep(one.show(), picture, slot));
                });
    }

    private void keep(OpenShow show, ForeignPicture picture, Optional<UUID> slot) {
        room.ask(
                production ->
                        new KeepReference(production)
                                .run(picture, slot, show.everyday(Role.ARTIST)),
                entry -> {
                    isOn.set(true);
                    shown.set(Optional.empty());
                    reload();
                    room.say(
                            Message.of(
                                    room.words()
                                            .get("reference.kept", picture.name(), entry.index())));
                });
    }

    /// Lays the shown reference away; *Undo* brings it back.
    void layAway() {
        shown.get()
                .ifPresent(one -> {
                    lay(one, true);
                    room.say(
                            Message.of(
                                    room.words().get("reference.away"),
                                    room.words().get("undo"),
                                    () -> lay(one, false)));
                });
    }

    private void lay(Reference reference, boolean isAway) {
        Optional<References> now = references;
        now.ifPresent(all ->
                room.ask(
                        production -> {
                            all.lay(reference, isAway);
                            return Boolean.TRUE;
                        },
                        done -> reload()));
    }
}
