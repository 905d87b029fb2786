package studio.backlot.ui.art;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.identity.Role;
import studio.backlot.ui.shell.Message;
import studio.backlot.workflow.AssetEvidence;
import studio.backlot.workflow.KeepReceipt;
import studio.backlot.workflow.LookAtAsset;
import studio.backlot.workflow.RecordFacts;

/// What the record holds of the take on the canvas: its slip, and what reviewers noted about it.
/// Reads only while somebody looks. For the window's thread.
public final class RecordViewModel {
    private final ArtRoom room;
    private final TakesViewModel takes;
    private final Path receipts;
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<RecordFacts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());

    /// What a reviewer noted with a verdict, and whether its maker has done it.
    record Note(
            ContentHash asset,
            Instant time,
            String by,
            ReviewState decision,
            String words,
            boolean isDone) {}

    private record Read(RecordFacts facts, List<Note> notes) {}

    /// `receipts` is the folder in which receipts are kept.
    RecordViewModel(ArtRoom room, TakesViewModel takes, Path receipts) {
        this.room = room;
        this.takes = takes;
        this.receipts = receipts;
        takes.chosen().addListener((property, before, now) -> look());
        looked.addListener((property, before, now) -> look());
    }

    /// Whether somebody looks at the slip or the notes.
    BooleanProperty looked() {
        return looked;
    }

    /// The facts of the slip, once they are read.
    ReadOnlyObjectProperty<Optional<RecordFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    /// The notes of the verdicts, the newest first.
    ReadOnlyObjectProperty<List<Note>> notes() {
        return notes.getReadOnlyProperty();
    }

    /// Whether the take on the canvas came back with something to do.
    static boolean isSentBack(Optional<Take.Made> take) {
        return take.map(one -> one.card().standing().state())
                .filter(state ->
                        state == ReviewState.CHANGES_REQUESTED || state == ReviewState.REJECTED)
                .isPresent();
    }

    private void look() {
        Optional<Take.Made> take = takes.made();
        boolean isOther =
                !take.map(Take.Made::asset).equals(facts.get().map(known -> known.what().asset()));
        if (isOther) {
            facts.set(Optional.empty());
            notes.set(List.of());
        }
        if (looked.get() && take.isPresent()) {
            read(take.get().asset());
        }
    }

    private void read(ContentHash asset) {
        room.session()
                .ifPresent(one ->
                        room.ask(
                                production -> {
                                    AssetEvidence evidence =
                                            new LookAtAsset(production)
                                                    .of(
                                                            asset,
                                                            one.show()
                                                                    .everyday(Role.ARTIST)
                                                                    .maker());
                                    var done = new DoneNotes(production.settings());
                                    return new Read(evidence.facts(), notes(evidence, done));
                                },
                                this::show));
    }

    private static List<Note> notes(AssetEvidence evidence, DoneNotes done) {
        ContentHash asset = evidence.facts().what().asset();
        return evidence.history().reversed().stream()
                .filter(one -> one.decision().isPresent() && one.words().isPresent())
                .map(one ->
                        new Note(
                                asset,
                                one.time(),
                                one.by(),
                                one.decision().get(),
                                one.words().get(),
                                done.isDone(asset, one.time())))
                .toList();
    }

    private void show(Read read) {
        if (takes.made().map(Take.Made::asset).equals(Optional.of(read.facts().what().asset()))) {
            facts.set(Optional.of(read.facts()));
            notes.set(read.notes());
        }
    }

    /// Ticks a note as done, or takes the tick away; that is kept on this machine alone.
    void tick(Note note, boolean isDone) {
        room.session()
                .ifPresent(one ->
                        one.show()
                                .desk()
                                .run(() ->
                                        new DoneNotes(one.show().production().settings())
                                                .set(note.asset(), note.time(), isDone)));
    }

    /// Makes the receipt of a record and keeps it.
    void keepReceipt(ContentHash asset) {
        room.session()
                .ifPresent(one ->
                        room.ask(
                                production ->
                                        KeepReceipt.in(
                                                receipts,
                                                production,
                                                asset.hex(),
                                                one.show().everyday(Role.ARTIST).maker()),
                                page ->
                                        room.say(
                                                Message.of(
                                                        room.words()
                                                                .get(
                                                                        "receipt.kept",
                                                                        String.valueOf(page))))));
    }
}
