package studio.backlot.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.Cancellation;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.workflow.VerifyLedger;

/// `ledger verify`, and the whole of `backlot-verify`: recomputes a production's record from its
/// raw bytes.
@Command(
        name = "verify",
        description = "Recomputes the record from its raw bytes and names what was changed.")
public final class LedgerVerifyCommand implements Callable<Integer> {
    private final VerifyLedger verifier;
    private final List<Path> modelRoots;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE|FINGERPRINT",
            description = "the log's key, had by another way")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a checkpoint kept outside; may be given often")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--models", description = "Hashes the files of the packs that were used again.")
    private boolean isWithModels;

    @Option(
            names = "--all-signatures",
            description = "Also checks the persons' signatures of every record.")
    private boolean isWithAllSignatures;

    /// `modelRoots` are the folders that hold the installed packs.
    public LedgerVerifyCommand(VerifyLedger verifier, List<Path> modelRoots, Console console) {
        this.verifier = verifier;
        this.modelRoots = List.copyOf(modelRoots);
        this.console = console;
    }

    @Override
    public Integer call() {
        List<OutsideCheckpoint> outside =
                checkpoints.stream()
                        .map(file ->
                                new OutsideCheckpoint(
                                        file.toString(),
                                        new String(UserFiles.read(file), StandardCharsets.UTF_8)))
                        .toList();
        var question =
                new VerifyLedger.Question(
                        folder,
                        outside,
                        Optional.ofNullable(key).map(VerifyReceiptCommand::knownKey),
                        isWithModels ? modelRoots : List.of(),
                        isWithAllSignatures);
        VerificationReport report = verifier.run(question, console.progress(), new Cancellation());
        common.print(console, report.toJson(), lines(report));
        return report.isClean() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static List<String> lines(VerificationReport report) {
        List<String> lines = new ArrayList<>();
        report.statuses().forEach(status -> lines.add(StatusLines.line(status)));
        lines.add(
                report.entries()
                        + " records, root "
                        + report.root().hex().substring(0, 16)
                        + "…, "
                        + report.assetsChecked()
                        + " assets, texts: "
                        + report.payloads().open()
                        + " opened, "
                        + report.payloads().locked()
                        + " sealed, "
                        + report.payloads().erased()
                        + " erased"
                        + (report.modelFilesChecked() > 0
                                ? ", " + report.modelFilesChecked() + " model files"
                                : ""));
        lines.add(
                report.isClean()
                        ? "Nothing was changed since it was recorded."
                        : report.findings().size()
                                + (report.findings().size() == 1 ? " finding." : " findings."));
        return lines;
    }
}
