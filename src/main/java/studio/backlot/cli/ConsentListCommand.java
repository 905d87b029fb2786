package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OpenedConsent;
import studio.backlot.workflow.Studio;

/// `consent list`: all consents, those withdrawn among them.
@Command(name = "list", description = "Lists the consents, those withdrawn among them.")
final class ConsentListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    ConsentListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            List<OpenedConsent> consents = OpenedConsent.all(production);
            common.print(
                    console,
                    new JsonBuilder()
                            .put("consents", consents.stream().map(ConsentFacts::json).toList())
                            .build(),
                    consents.stream().flatMap(one -> ConsentFacts.lines(one).stream()).toList());
        }
        return ExitCode.DONE;
    }
}
