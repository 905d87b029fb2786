package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `backlot production`: makes, describes and checks the folder that holds one show.
@Command(name = "production", description = "Makes, describes and checks a production.")
final class ProductionCommand extends CommandGroup {

    /// `production new`.
    @Command(name = "new", description = "Makes a production in an absent or empty folder.")
    static final class New implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "the folder")
        private Path folder = Path.of("");

        @Option(
                names = "--anchor",
                paramLabel = "DIR",
                description = "a folder outside, where checkpoints are kept")
        private @Nullable Path anchor;

        @Option(
                names = "--preset",
                paramLabel = "NAME",
                defaultValue = "solo",
                description =
                        "solo, small-crew, streamer or broadcaster (default: ${DEFAULT-VALUE})")
        private String preset = "solo";

        @Option(
                names = "--name",
                paramLabel = "T",
                description = "the show's name (default: the folder's)")
        private @Nullable String name;

        @Mixin private PersonOptions who = new PersonOptions();

        New(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            PolicyPreset rules =
                    PolicyPreset.ofWireName(preset)
                            .orElseThrow(() ->
                                    new WrongUse(
                                            "there is no preset \""
                                                    + preset
                                                    + "\"; choose solo, small-crew, streamer or broadcaster"));
            OwnPerson person = who.person(studio);
            String title =
                    Optional.ofNullable(name)
                            .orElseGet(() ->
                                    String.valueOf(
                                            folder.toAbsolutePath().normalize().getFileName()));
            var details = new NewProduction(title, rules, person, Optional.ofNullable(anchor));
            try (OpenProduction production = studio.productions().create(folder, details)) {
                common.print(
                        console,
                        ProductionFacts.json(production),
                        ProductionFacts.lines(production));
            }
            return ExitCode.DONE;
        }
    }

    /// `production info`.
    @Command(name = "info", description = "Says what a production is and how much it holds.")
    static final class Facts implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        Facts(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenProduction production = studio.productions().openForReading(folder)) {
                common.print(
                        console,
                        ProductionFacts.json(production),
                        ProductionFacts.lines(production));
            }
            return ExitCode.DONE;
        }
    }

    /// `production check`.
    @Command(
            name = "check",
            description =
                    "Finds what lies about: orphan files, unfinished runs, formats that disagree.")
    static final class Check implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        Check(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenProduction production = studio.productions().openForReading(folder)) {
                List<ValidationStatus> statuses = production.check();
                var json =
                        new JsonBuilder()
                                .put("statuses", statuses.stream().map(StatusLines::json).toList())
                                .build();
                List<String> lines =
                        statuses.isEmpty()
                                ? List.of("Nothing to clear up.")
                                : statuses.stream().map(StatusLines::line).toList();
                common.print(console, json, lines);
                return StatusLines.hasFinding(statuses) ? ExitCode.FINDINGS : ExitCode.DONE;
            }
        }
    }
}
