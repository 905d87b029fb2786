package studio.backlot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `person retire`: from here on a person's keys sign nothing in this production.
@Command(
        name = "retire",
        description = "Ends a person's keys in this production; what they signed stays valid.")
final class PersonRetireCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "NAME", description = "who is retired")
    private String name = "";

    PersonRetireCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            Person person = PersonEnrolCommand.named(production.register().persons(), name);
            new EnrolPerson(production)
                    .retire(person, who.guarded(studio, production.person(), Role.PRODUCER));
            common.print(
                    console,
                    PersonFacts.json(person, production.register().persons()),
                    PersonFacts.lines(person, production.register().persons()));
        }
        return ExitCode.DONE;
    }
}
