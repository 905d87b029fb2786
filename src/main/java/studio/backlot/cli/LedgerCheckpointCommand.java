package studio.backlot.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.SignedNote;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;
import studio.backlot.workflow.TakeCheckpointOut;

/// `ledger checkpoint`: keeps the present head as a checkpoint, and gives its note to take outside.
@Command(
        name = "checkpoint",
        description = "Keeps a signed checkpoint; --out writes it to a file to take outside.")
final class LedgerCheckpointCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "where the note is written")
    private @Nullable Path out;

    LedgerCheckpointCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            SignedNote note = new TakeCheckpointOut(production).run(Optional.ofNullable(out));
            Checkpoint checkpoint = note.checkpoint();
            var json =
                    new JsonBuilder()
                            .put("size", checkpoint.size())
                            .put("root", checkpoint.root().hex())
                            .put("note", note.format())
                            .build();
            common.print(console, json, note.format().lines().toList());
        }
        return ExitCode.DONE;
    }
}
