package studio.backlot.cli;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.clearance.UseCase;
import studio.backlot.identity.Role;
import studio.backlot.workflow.DeclareUseCase;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `use-case decide`: a producer approves or refuses a use case as it stands.
@Command(
        name = "decide",
        description = "Approves or refuses a use case as it stands, by the guarded key.")
final class UseCaseDecideCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "the use case")
    private String id = "";

    @Option(
            names = "--decision",
            required = true,
            paramLabel = "D",
            description = "approved or refused")
    private String decision = "";

    @Option(names = "--reason", required = true, paramLabel = "T", description = "why, in words")
    private String reason = "";

    UseCaseDecideCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean isApproved =
                switch (decision) {
                    case "approved" -> true;
                    case "refused" -> false;
                    default ->
                            throw new WrongUse(
                                    "a use case is approved or refused, not \"" + decision + "\"");
                };
        if (reason.isBlank()) {
            throw new WrongUse("a decision needs a reason in words");
        }
        UUID meant = UseCaseCommand.id(id);
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            UseCase useCase =
                    new DeclareUseCase(production, studio.context().ids())
                            .decide(
                                    meant,
                                    isApproved,
                                    reason,
                                    who.guarded(studio, production.person(), Role.PRODUCER));
            var facts = new UseCaseFacts(production);
            common.print(console, facts.json(useCase), facts.lines(useCase));
        }
        return ExitCode.DONE;
    }
}
