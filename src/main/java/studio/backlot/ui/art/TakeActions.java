package studio.backlot.ui.art;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.shell.SubmitView;
import studio.backlot.ui.shell.SubmitViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.ExportPlate;
import studio.backlot.workflow.FindWork;
import studio.backlot.workflow.KeepFile;

/// What leaves the room: handing in and exporting a take.
final class TakeActions {
    private final ArtViewModel art;
    private final ShellViewModel shell;
    private final Overlay overlay;
    private final Words words;
    private final Words frame;
    private final Path exports;

    /// `frame` has the texts of the sheet that all rooms share; `exports` is the folder for files
    /// that are dragged out.
    TakeActions(ArtViewModel art, Overlay overlay, Words words, Words frame, Path exports) {
        this.art = art;
        this.shell = art.room().shell();
        this.exports = exports;
        this.overlay = overlay;
        this.words = words;
        this.frame = frame;
    }

    /// Opens the sheet for the take on the canvas.
    void submit() {
        Optional<OpenShow> show = art.room().session().map(ArtSession::show);
        Optional<Take.Made> take = chosen();
        if (show.isEmpty() || take.isEmpty()) {
            shell.say(Message.of(words.get("submit.nothing")));
            return;
        }
        var submit = new SubmitViewModel(show.get(), List.of(take.get().asset()));
        overlay.sheet(new SubmitView(submit, overlay, frame, this::submitted));
    }

    private void submitted(Submission submission) {
        shell.say(
                Message.of(
                        words.get(
                                "submitted",
                                String.join(", ", submission.to().stream().sorted().toList()),
                                submission.recorded().index())));
    }

    private Optional<Take.Made> chosen() {
        return art.takes().made();
    }

    /// Exports the take on the canvas.
    void export(Node below) {
        chosen().ifPresent(take -> export(take, below));
    }

    /// Asks for a place, under the take's proper name, and writes the file with its record.
    void export(Take.Made take, Node below) {
        art.room()
                .session()
                .ifPresent(one ->
                        one.show()
                                .desk()
                                .ask(
                                        () -> one.browse().exportName(take.card()),
                                        name -> choose(one.show(), take, name, below)));
    }

    private void choose(OpenShow show, Take.Made take, String name, Node below) {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("export"));
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(below.getScene().getWindow());
        if (file != null) {
            write(show, take, file.toPath(), () -> {});
        }
    }

    /// Writes the take, with its record, into the folder for exports, and shows the file so that it
    /// can be dragged to where it is needed.
    void handOver() {
        chosen().ifPresent(take ->
                art.room()
                        .look(
                                session -> session.browse().exportName(take.card()),
                                name ->
                                        art.room()
                                                .ask(
                                                        production -> KeepFile.folder(exports),
                                                        folder ->
                                                                handOver(
                                                                        take,
                                                                        folder.resolve(name)))));
    }

    private void handOver(Take.Made take, Path file) {
        art.room()
                .session()
                .ifPresent(one ->
                        write(
                                one.show(),
                                take,
                                file,
                                () -> overlay.card(new HandOverView(file, overlay, words))));
    }

    /// Asks for a picture file to lie beside the canvas.
    void addReference(Node below) {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("reference.add"));
        File file = chooser.showOpenDialog(below.getScene().getWindow());
        if (file != null) {
            art.references().take(List.of(file.toPath()));
        }
    }

    /// Asks whether the pictures of hidden takes are to be deleted.
    void erase() {
        art.erasing().plan(plan -> overlay.card(new ErasingView(art, overlay, words, plan)));
    }

    private void write(OpenShow show, Take.Made take, Path file, Runnable then) {
        show.ask(
                production ->
                        new ExportPlate(production)
                                .run(
                                        new ExportPlate.ExportOrder(
                                                new FindWork(production)
                                                        .outcome(take.asset().hex()),
                                                UseLabel.TEMP,
                                                false,
                                                true,
                                                file,
                                                show.everyday(Role.ARTIST))),
                entry -> {
                    shell.say(Message.of(words.get("exported", file, entry.index())));
                    then.run();
                });
    }
}
