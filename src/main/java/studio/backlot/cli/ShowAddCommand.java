package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.identity.Role;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `show add`: one more episode, sequence, shot or slot.
@Command(
        name = "add",
        description = "Adds an episode, sequence, shot or slot; a level may be left out.")
final class ShowAddCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "KIND", description = "episode, sequence, shot or slot")
    private String kind = "";

    @Parameters(
            index = "2",
            paramLabel = "PATH",
            description = "where, such as 101/020/0120/sky; short codes, nothing of the story")
    private String path = "";

    ShowAddCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        NodeKind wanted =
                NodeKind.ofWireName(kind)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "there is no kind \""
                                                + kind
                                                + "\"; choose episode, sequence, shot or slot"));
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            ShowNode node =
                    new EditShowTree(production, studio.context().ids())
                            .add(
                                    wanted,
                                    path,
                                    PersonOptions.everyday(production.person(), Role.PRODUCER));
            var json =
                    new JsonBuilder()
                            .put("id", node.id().toString())
                            .put("kind", node.kind().wireName())
                            .put("path", path)
                            .build();
            common.print(console, json, List.of(node.kind().wireName() + "  " + path));
        }
        return ExitCode.DONE;
    }
}
