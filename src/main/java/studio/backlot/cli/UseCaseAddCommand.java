package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.clearance.Area;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseCase;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.DeclareUseCase;
import studio.backlot.workflow.DeclareUseCase.Given;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `use-case add`: declares a use case.
@Command(name = "add", description = "Declares a use case; nothing is answered unless you do.")
final class UseCaseAddCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Mixin private AnswerOptions answers = new AnswerOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(
            names = "--title",
            required = true,
            paramLabel = "T",
            description = "what the material is for")
    private String title = "";

    @Option(
            names = "--area",
            split = ",",
            paramLabel = "AREA",
            description =
                    "what it touches: data-use, creative-output, talent-and-performance, ethics-and-representation, third-party-ip")
    private List<String> areas = new ArrayList<>();

    @Option(
            names = "--scope",
            paramLabel = "PATH",
            description =
                    "where in the show tree it holds, such as 101/020 (default: the whole show)")
    private @Nullable String scope;

    UseCaseAddCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        Set<Area> touched = areas();
        Map<Principle, Given> given = answers.given();
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            Signatory by = PersonOptions.everyday(production.person(), Role.ARTIST);
            var declaring = new DeclareUseCase(production, studio.context().ids());
            UseCase useCase = declaring.declare(title, touched, Optional.ofNullable(scope), by);
            if (!given.isEmpty()) {
                useCase = declaring.answer(useCase.id(), given, by);
            }
            var facts = new UseCaseFacts(production);
            common.print(console, facts.json(useCase), facts.lines(useCase));
        }
        return ExitCode.DONE;
    }

    private Set<Area> areas() {
        Set<Area> touched = new LinkedHashSet<>();
        for (String area : areas) {
            touched.add(
                    Area.ofWireName(area)
                            .orElseThrow(() ->
                                    new WrongUse(
                                            "there is no area \""
                                                    + area
                                                    + "\"; choose of "
                                                    + Stream.of(Area.values())
                                                            .map(Area::wireName)
                                                            .collect(Collectors.joining(", ")))));
        }
        return touched;
    }
}
