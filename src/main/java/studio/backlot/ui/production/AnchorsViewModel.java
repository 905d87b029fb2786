package studio.backlot.ui.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.SignedNote;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.VerifyLedger;

/// Where checkpoints go outside, and checking against them. For the window's thread.
final class AnchorsViewModel {
    private static final ProductionPart PART = ProductionPart.ANCHORS;

    private final ProductionViewModel production;
    private final Words words;

    AnchorsViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// Keeps checkpoints in this folder from now on; the show is opened again for that.
    void keepIn(String path) {
        OpenShow show = production.show().orElseThrow();
        production.act(
                PART,
                open -> {
                    Path folder = Path.of(path);
                    show.studio().productions().anchorIn(open, folder);
                    return folder;
                },
                chosen -> {
                    ShellViewModel shell = production.shell();
                    shell.actAs(show.person());
                    shell.say(Message.of(words.get("anchors.chosen", chosen.toString())));
                });
    }

    /// Writes the signed head of now into a file, to take outside.
    void save(Path file) {
        production.act(
                PART,
                open -> {
                    SignedNote note = open.ledger().checkpoint();
                    KeepFile.write(file, note.format().getBytes(StandardCharsets.UTF_8));
                    return note.checkpoint().size();
                },
                size ->
                        production.say(
                                Message.of(words.get("anchors.saved", size, file.toString()))));
    }

    /// Checks the record against its anchor folder, and against this checkpoint where one is given.
    void check(Optional<Path> checkpoint) {
        OpenShow show = production.show().orElseThrow();
        production.say(Message.of(words.get("anchors.checking")));
        production
                .shell()
                .io()
                .ask(
                        () ->
                                show.studio()
                                        .verifier()
                                        .run(
                                                new VerifyLedger.Question(
                                                        show.production().layout().root(),
                                                        outside(checkpoint),
                                                        Optional.empty(),
                                                        List.of(),
                                                        false),
                                                Progress.NONE,
                                                new Cancellation()),
                        production.shell()::verified,
                        failure -> production.tell(PART, failure));
    }

    private static List<OutsideCheckpoint> outside(Optional<Path> checkpoint) {
        return checkpoint
                .map(file ->
                        new OutsideCheckpoint(
                                file.toString(),
                                new String(PeopleViewModel.bytes(file), StandardCharsets.UTF_8)))
                .stream()
                .toList();
    }
}
