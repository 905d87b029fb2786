package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.ExportPlate;
import studio.backlot.workflow.FindWork;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `export`: writes a recorded plate to a file with its record inside.
@Command(
        name = "export",
        description = "Writes a recorded plate to a file, with its record inside.")
final class ExportCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|ASSET",
            description = "the plate's record, or its hash (8 digits or more)")
    private String what = "";

    @Option(
            names = "--use",
            paramLabel = "USE",
            defaultValue = "idea",
            description = "idea, temp or final (default: idea)")
    private String use = "idea";

    @Option(names = "--format", paramLabel = "F", defaultValue = "png", description = "png")
    private String format = "png";

    @Option(names = "--with-overscan", description = "Keeps the border around the frame.")
    private boolean isWithOverscan;

    @Option(
            names = "--with-prompt",
            description = "Puts the prompt into the file, where the policy allows it.")
    private boolean isWithPrompt;

    @Option(
            names = "--burn-in",
            description = "Draws TEMP, NOT CLEARED into the picture; for --use temp.")
    private boolean isBurnedIn;

    @Mixin private PersonOptions who = new PersonOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write")
    private Path out = Path.of("");

    ExportCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!format.equalsIgnoreCase("png")) {
            throw new WrongUse("plates are exported as png, not as " + format);
        }
        UseLabel label = UseWords.use(use);
        if (isBurnedIn && label != UseLabel.TEMP) {
            throw new WrongUse(
                    "--burn-in says that a file is temporary: export it with --use temp, or without --burn-in");
        }
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            var works = new FindWork(production);
            LedgerEntry outcome = works.outcome(what);
            if (isWithPrompt && who.isNamed()) {
                works.requireReadable(
                        outcome, PersonOptions.everyday(production.person(), Role.ARTIST).maker());
            }
            LedgerEntry export =
                    new ExportPlate(production)
                            .run(
                                    new ExportPlate.ExportOrder(
                                            outcome,
                                            label,
                                            isWithPrompt,
                                            !isWithOverscan,
                                            isBurnedIn,
                                            out,
                                            PersonOptions.everyday(
                                                    production.person(), Role.ARTIST)));
            var json =
                    new JsonBuilder()
                            .put("file", out.toString())
                            .put("record", outcome.index())
                            .put("exportRecord", export.index())
                            .put(
                                    "fileHash",
                                    export.assertions()
                                            .object("written")
                                            .flatMap(w -> w.text("file")))
                            .put(
                                    "burnIn",
                                    export.assertions()
                                            .object("marks")
                                            .flatMap(marks -> marks.text("burnIn")))
                            .put("selfApproved", isSelfApproved(export))
                            .build();
            common.print(
                    console,
                    json,
                    List.of(
                            out
                                    + "  record "
                                    + outcome.index()
                                    + ", export recorded as "
                                    + export.index()
                                    + (isSelfApproved(export) ? "; approved by its maker" : "")));
        }
        return ExitCode.DONE;
    }

    private static boolean isSelfApproved(LedgerEntry export) {
        return export.assertions()
                .object("export")
                .flatMap(label -> label.object("approval"))
                .flatMap(approval -> approval.truth("selfApproved"))
                .orElse(false);
    }
}
