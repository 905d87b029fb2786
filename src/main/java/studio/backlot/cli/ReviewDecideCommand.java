package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.Verdict;
import studio.backlot.identity.Role;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ReviewWork;
import studio.backlot.workflow.Studio;

/// `review decide`: a verdict about one file, version and use, signed with the guarded key.
@Command(
        name = "decide",
        description =
                "Decides about a plate that was handed in: this file, this version, this use.")
final class ReviewDecideCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(
            names = "--asset",
            required = true,
            paramLabel = "INDEX|ASSET",
            description = "the plate's hash (8 digits or more), or its record")
    private String asset = "";

    @Option(
            names = "--decision",
            required = true,
            paramLabel = "D",
            description = "approved, changes-requested, rejected, or in-review to take one back")
    private String decision = "";

    @Option(names = "--reason", required = true, paramLabel = "T", description = "why, in words")
    private String reason = "";

    @Option(
            names = "--use",
            paramLabel = "USE",
            description = "which use, where it was handed in for several")
    private @Nullable String use;

    ReviewDecideCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        ReviewState state =
                ReviewState.decision(decision)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "there is no decision \""
                                                + decision
                                                + "\"; choose approved, changes-requested, rejected or in-review"));
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            Verdict verdict =
                    new ReviewWork(production)
                            .decide(
                                    new ReviewWork.DecideOrder(
                                            asset,
                                            UseWords.optional(use),
                                            state,
                                            reason,
                                            who.guarded(
                                                    studio, production.person(), Role.PRODUCER)));
            var json =
                    new JsonBuilder()
                            .put("record", verdict.recorded().index())
                            .put("asset", verdict.subject().file().hex())
                            .put("version", verdict.subject().version())
                            .put("use", verdict.subject().use().wireName())
                            .put("decision", verdict.decision().wireName())
                            .put("selfApproved", verdict.isSelfApproved())
                            .build();
            common.print(console, json, List.of(line(verdict)));
        }
        return ExitCode.DONE;
    }

    private static String line(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s  v%03d  %s: %s%s, record %d",
                verdict.subject().file().hex().substring(0, 16),
                verdict.subject().version(),
                verdict.subject().use().wireName(),
                verdict.decision().words(),
                verdict.isSelfApproved() ? " (self-approved)" : "",
                verdict.recorded().index());
    }
}
