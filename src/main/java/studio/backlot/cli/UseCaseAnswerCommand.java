package studio.backlot.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseCase;
import studio.backlot.identity.Role;
import studio.backlot.workflow.DeclareUseCase;
import studio.backlot.workflow.DeclareUseCase.Given;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `use-case answer`: answers principles of a use case, for the first time or anew.
@Command(
        name = "answer",
        description =
                "Answers principles of a use case; a changed answer takes back what a producer had decided.")
final class UseCaseAnswerCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Mixin private AnswerOptions answers = new AnswerOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "the use case")
    private String id = "";

    UseCaseAnswerCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<Principle, Given> given = answers.given();
        if (given.isEmpty()) {
            throw new WrongUse("give at least one answer, such as --answer q1=yes");
        }
        UUID meant = UseCaseCommand.id(id);
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            UseCase useCase =
                    new DeclareUseCase(production, studio.context().ids())
                            .answer(
                                    meant,
                                    given,
                                    PersonOptions.everyday(production.person(), Role.ARTIST));
            var facts = new UseCaseFacts(production);
            common.print(console, facts.json(useCase), facts.lines(useCase));
        }
        return ExitCode.DONE;
    }
}
