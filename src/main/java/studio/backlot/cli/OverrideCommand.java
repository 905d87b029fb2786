package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Overrides;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OverrideRule;
import studio.backlot.workflow.Studio;

/// `backlot override`: the stops that a second person let pass, each with its reason.
@Command(name = "override", description = "Lets a stop pass, by a second person and with a reason.")
final class OverrideCommand extends CommandGroup {

    /// `override add`.
    @Command(
            name = "add",
            description = "Lets one rule pass for one consent, title or file, by the guarded key.")
    static final class Add implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private PersonOptions who = new PersonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        @Option(
                names = "--rule",
                required = true,
                paramLabel = "R",
                description = "the rule that stops, as its refusal names it")
        private String rule = "";

        @Option(
                names = "--for",
                required = true,
                paramLabel = "WHAT",
                description = "a consent's id, a title, or a file's hash")
        private String subject = "";

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "T",
                description = "why, in words")
        private String reason = "";

        Add(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenProduction production =
                    studio.productions().openForWriting(folder, who.person(studio))) {
                LedgerEntry entry =
                        new OverrideRule(production)
                                .run(
                                        rule,
                                        subject,
                                        reason,
                                        who.guarded(studio, production.person(), Role.PRODUCER));
                common.print(
                        console,
                        new JsonBuilder().put("record", entry.index()).put("rule", rule).build(),
                        List.of(
                                "the rule "
                                        + rule
                                        + " lets this pass; record "
                                        + entry.index()
                                        + " says so"));
            }
            return ExitCode.DONE;
        }
    }

    /// `override list`.
    @Command(name = "list", description = "Lists the stops that somebody let pass.")
    static final class Listing implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        Listing(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenProduction production = studio.productions().openForReading(folder)) {
                List<Overrides.LetPass> all = production.register().overrides().all();
                common.print(
                        console,
                        new JsonBuilder()
                                .put("overrides", all.stream().map(Listing::json).toList())
                                .build(),
                        all.stream().map(Listing::line).toList());
            }
            return ExitCode.DONE;
        }

        private static JsonObject json(Overrides.LetPass one) {
            return new JsonBuilder()
                    .put("record", one.index())
                    .put("rule", one.rule())
                    .put("for", one.subject())
                    .put("by", one.name())
                    .build();
        }

        private static String line(Overrides.LetPass one) {
            return "record "
                    + one.index()
                    + "  "
                    + one.rule()
                    + "  "
                    + one.subject()
                    + "  by "
                    + one.name();
        }
    }
}
