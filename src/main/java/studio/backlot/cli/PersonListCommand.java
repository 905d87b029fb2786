package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `person list`: the persons of a production and how they stand.
@Command(name = "list", description = "Lists the persons of a production and their keys.")
final class PersonListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    PersonListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            EnrolledPersons persons = production.register().persons();
            List<JsonObject> json = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (EnrolledPersons.Standing standing : persons.all()) {
                json.add(PersonFacts.json(standing.person(), persons));
                lines.addAll(PersonFacts.lines(standing.person(), persons));
            }
            if (lines.isEmpty()) {
                lines.add("Nobody is enrolled: names are as typed.");
            }
            common.print(console, new JsonBuilder().put("persons", json).build(), lines);
        }
        return ExitCode.DONE;
    }
}
