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
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonBuilder;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.FindEntry;
import studio.backlot.workflow.GeneratorSource;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ReplayRun;
import studio.backlot.workflow.Studio;

/// `replay`: runs a recorded recipe again and says whether the pixels are the same.
@Command(
        name = "replay",
        description =
                "Runs a recorded recipe again: identical, differs by so much, or not possible.")
final class ReplayCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|ASSET",
            description = "the plate's record, or its hash")
    private String what = "";

    @Option(
            names = "--pack",
            paramLabel = "ID|DIR",
            description = "where the recorded pack lies now (default: as recorded)")
    private @Nullable String pack;

    ReplayCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        var cancellation = new Cancellation();
        try (var _ = studio.onInterrupt(cancellation);
                OpenProduction production = studio.productions().openForReading(folder);
                GeneratorSource generators = studio.generators()) {
            LedgerEntry outcome = new FindEntry(production).of(what);
            ReplayRun.Result result =
                    new ReplayRun(production, studio.catalog(), generators)
                            .run(
                                    outcome,
                                    Optional.ofNullable(pack),
                                    console.progress(),
                                    cancellation);
            return report(outcome, result);
        }
    }

    private int report(LedgerEntry outcome, ReplayRun.Result result) {
        var json = new JsonBuilder().put("record", outcome.index());
        return switch (result) {
            case ReplayRun.Result.Identical identical -> {
                common.print(
                        console, json.put("result", "identical").build(), List.of("identical"));
                yield ExitCode.DONE;
            }
            case ReplayRun.Result.Differs differs -> {
                json.put("result", "differs");
                differs.largestDifference().ifPresent(d -> json.put("largestDifference", d));
                String by =
                        differs.largestDifference()
                                .map(d -> " (largest difference " + d + " of 255)")
                                .orElse("");
                common.print(console, json.build(), List.of("differs" + by));
                yield ExitCode.FINDINGS;
            }
            case ReplayRun.Result.NotPossible not -> {
                common.print(
                        console,
                        json.put("result", "not possible").put("why", not.why()).build(),
                        List.of("not possible: " + not.why()));
                yield ExitCode.FINDINGS;
            }
        };
    }
}
