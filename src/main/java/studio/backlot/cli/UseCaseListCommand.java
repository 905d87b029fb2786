package studio.backlot.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseCase;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `use-case list`: the use cases with their answers beside the questions.
@Command(name = "list", description = "Lists the use cases, the answers beside the five questions.")
final class UseCaseListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    UseCaseListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            var facts = new UseCaseFacts(production);
            Collection<UseCase> all = production.register().useCases().all();
            common.print(
                    console,
                    new JsonBuilder()
                            .put("useCases", all.stream().map(facts::json).toList())
                            .build(),
                    all.isEmpty()
                            ? none()
                            : all.stream().flatMap(one -> facts.lines(one).stream()).toList());
        }
        return ExitCode.DONE;
    }

    private static List<String> none() {
        return Stream.concat(
                        Stream.of(
                                "No use case is declared. `backlot use-case add` declares one; these are answered yes, no or unsure:"),
                        Stream.of(Principle.values())
                                .map(one -> "  " + one.wireName() + "  " + one.statement()))
                .toList();
    }
}
