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
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.RecordConsent;
import studio.backlot.workflow.Studio;

/// `consent withdraw`: ends a consent and lists all it touched.
@Command(
        name = "withdraw",
        description = "Ends a consent, by the guarded key, and lists all that was made with it.")
final class ConsentWithdrawCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "the consent")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "T", description = "why, in words")
    private String reason = "";

    ConsentWithdrawCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        var meant = ConsentCommand.id(id);
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            RecordConsent.Withdrawn withdrawn =
                    new RecordConsent(production)
                            .withdraw(
                                    meant,
                                    reason,
                                    who.guarded(studio, production.person(), Role.PRODUCER));
            List<String> lines = new ArrayList<>();
            lines.add(
                    "consent "
                            + meant
                            + " is withdrawn; record "
                            + withdrawn.entry().index()
                            + " says so. It touched:");
            lines.addAll(withdrawn.touched().lines());
            if (withdrawn.touched().lines().isEmpty()) {
                lines.add("nothing");
            }
            common.print(
                    console,
                    new JsonBuilder()
                            .put("record", withdrawn.entry().index())
                            .put("consent", meant.toString())
                            .put("touched", withdrawn.touched().toJson())
                            .build(),
                    lines);
        }
        return ExitCode.DONE;
    }
}
