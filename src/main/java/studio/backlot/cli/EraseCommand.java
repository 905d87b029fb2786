package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.ErasePayloads;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `erase`: destroys the keys of the texts of one record or one person; every proof stays valid.
@Command(
        name = "erase",
        description =
                "Erases the texts of a record or of a person for good; every proof stays valid.")
final class EraseCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|PERSON",
            description =
                    "a record's number, a person's name as credited, or a person of the consent register by name or by a consent's id")
    private String what = "";

    @Option(names = "--reason", required = true, paramLabel = "T", description = "why, in words")
    private String reason = "";

    @Mixin private PersonOptions who = new PersonOptions();

    EraseCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            ErasePayloads.Erased erased =
                    new ErasePayloads(production)
                            .run(
                                    what,
                                    reason,
                                    PersonOptions.everyday(production.person(), Role.PRODUCER));
            LedgerEntry redaction = erased.entry();
            int count =
                    redaction
                            .assertions()
                            .object("erased")
                            .flatMap(label -> label.array("payloads"))
                            .map(List::size)
                            .orElse(0);
            var json =
                    new JsonBuilder()
                            .put("record", redaction.index())
                            .put("erased", count)
                            .put("packages", erased.packagesJson())
                            .build();
            List<String> lines = new ArrayList<>();
            lines.add(count + " texts erased; record " + redaction.index() + " says so");
            lines.addAll(erased.packageLines());
            common.print(console, json, lines);
        }
        return ExitCode.DONE;
    }
}
