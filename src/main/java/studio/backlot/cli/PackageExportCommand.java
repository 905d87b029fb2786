package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.handover.PackageManifest;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.workflow.ExportPackage;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PackageChoice;
import studio.backlot.workflow.Studio;

/// `package export`: writes what was handed in, or verdicts, as a signed package.
@Command(
        name = "export",
        description = {
            "Writes a signed package for another machine: what was handed in, or verdicts.",
            "What was not handed in stays its maker's and never leaves."
        })
final class PackageExportCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "the package to write")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "NAME",
            description = "who it is for; may be given again")
    private List<String> recipients = new ArrayList<>();

    @Option(
            names = "--submission",
            paramLabel = "ID",
            description = "what one Submit handed in (default: all that was handed in)")
    private @Nullable String submission;

    @Option(
            names = "--asset",
            paramLabel = "ASSET",
            description = "one file that was handed in; may be given again")
    private List<String> assets = new ArrayList<>();

    @Option(names = "--verdicts", description = "only verdicts on what the recipients handed in")
    private boolean isVerdicts;

    @Option(
            names = "--open",
            paramLabel = "prompts",
            description = "shows the prompts of what is handed over")
    private @Nullable String open;

    PackageExportCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (open != null && !open.equals("prompts")) {
            throw new WrongUse("--open takes prompts, not " + open);
        }
        PackageChoice choice = choice();
        OwnPerson person = who.person(studio);
        Role role = person.person().roles().stream().sorted().findFirst().orElse(Role.ARTIST);
        try (OpenProduction production = studio.productions().openForWriting(folder, person)) {
            var sender =
                    new ExportPackage.Sender(
                            production.person(), who.guarded(studio, production.person(), role));
            ExportPackage.HandedOver handedOver =
                    new ExportPackage(production, studio.packages(), studio.context())
                            .run(
                                    new ExportPackage.PackageOrder(
                                            choice, recipients, open != null, sender, file));
            report(handedOver);
        }
        return ExitCode.DONE;
    }

    private PackageChoice choice() {
        int chosen =
                (submission == null ? 0 : 1) + (assets.isEmpty() ? 0 : 1) + (isVerdicts ? 1 : 0);
        if (chosen > 1) {
            throw new WrongUse("give one of --submission, --asset and --verdicts");
        }
        if (submission != null) {
            return new PackageChoice.Submission(submissionId(submission));
        }
        if (!assets.isEmpty()) {
            return new PackageChoice.Assets(assets.stream().map(ContentHash::new).toList());
        }
        return isVerdicts ? new PackageChoice.Verdicts() : new PackageChoice.Everything();
    }

    private static UUID submissionId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("\"" + text + "\" is no submission's id: backlot submit prints it");
        }
    }

    private void report(ExportPackage.HandedOver handedOver) {
        PackageManifest manifest = handedOver.manifest();
        int records = manifest.log().entries().size();
        JsonObject json =
                new JsonBuilder()
                        .put("package", manifest.id().toString())
                        .put("file", file.toString())
                        .put("record", handedOver.entry().index())
                        .put("to", manifest.recipients().stream().map(JsonString::new).toList())
                        .put("files", manifest.files().size())
                        .put("records", records)
                        .put("heldBack", manifest.heldBack())
                        .build();
        List<String> lines = new ArrayList<>();
        lines.add(
                file
                        + "  for "
                        + String.join(", ", manifest.recipients())
                        + ": "
                        + manifest.files().size()
                        + " files, "
                        + records
                        + " records; record "
                        + handedOver.entry().index()
                        + " says so");
        if (manifest.heldBack() > 0) {
            lines.add(manifest.heldBack() + " plates that were not handed in stay here");
        }
        common.print(console, json, lines);
    }
}
