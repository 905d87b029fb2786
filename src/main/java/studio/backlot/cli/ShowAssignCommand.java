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
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.FindWork;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `show assign`: says which slot a plate is meant for, and for which use.
@Command(name = "assign", description = "Says which slot a plate is meant for, and which use.")
final class ShowAssignCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|ASSET",
            description = "the plate's record, or its hash (8 digits or more)")
    private String what = "";

    @Option(names = "--slot", paramLabel = "PATH", description = "such as 101/020/0120/sky")
    private @Nullable String slot;

    @Option(names = "--use", paramLabel = "USE", description = "idea, temp or final")
    private @Nullable String use;

    ShowAssignCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (slot == null && use == null) {
            throw new WrongUse("say with --slot or --use what the plate is meant for");
        }
        Optional<UseLabel> label = UseWords.optional(use);
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            ContentHash asset = new FindWork(production).asset(what);
            LedgerEntry entry =
                    new EditShowTree(production, studio.context().ids())
                            .assign(
                                    asset,
                                    Optional.ofNullable(slot),
                                    label,
                                    PersonOptions.everyday(production.person(), Role.ARTIST));
            var json =
                    new JsonBuilder()
                            .put("record", entry.index())
                            .put("asset", asset.hex())
                            .put("slot", Optional.ofNullable(slot))
                            .put("use", label.map(UseLabel::wireName))
                            .build();
            common.print(
                    console,
                    json,
                    List.of(
                            asset.hex().substring(0, 16)
                                    + "  "
                                    + Optional.ofNullable(slot).orElse("")
                                    + "  "
                                    + label.map(UseLabel::wireName).orElse("")));
        }
        return ExitCode.DONE;
    }
}
