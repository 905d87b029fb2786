package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `show remove`: takes a node out of the show, with all that lies in it.
@Command(
        name = "remove",
        description = "Removes a node and what lies in it; what was recorded about it stays.")
final class ShowRemoveCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "PATH", description = "the node, such as 101/020")
    private String path = "";

    ShowRemoveCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            LedgerEntry entry =
                    new EditShowTree(production, studio.context().ids())
                            .remove(
                                    path,
                                    PersonOptions.everyday(production.person(), Role.PRODUCER));
            var json = new JsonBuilder().put("record", entry.index()).put("removed", path).build();
            common.print(console, json, List.of("removed " + path));
        }
        return ExitCode.DONE;
    }
}
