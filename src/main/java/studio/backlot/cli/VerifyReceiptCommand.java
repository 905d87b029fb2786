package studio.backlot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.provenance.KnownKey;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.ValidationStatus;

/// `verify-receipt`: checks a receipt against a key that was had by another way; needs no
/// production.
@Command(
        name = "verify-receipt",
        description = "Checks a receipt against a log's key had by another way.")
final class VerifyReceiptCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "the receipt")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE|FINGERPRINT",
            description = "the log's key, or its fingerprint")
    private String key = "";

    VerifyReceiptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Receipt receipt = Receipt.parse(UserFiles.read(file));
        List<ValidationStatus> statuses = receipt.verify(knownKey(key));
        var json =
                new JsonBuilder()
                        .put("valid", !StatusLines.hasFinding(statuses))
                        .put("index", receipt.proof().index())
                        .put("size", receipt.proof().size())
                        .put("statuses", statuses.stream().map(StatusLines::json).toList())
                        .build();
        List<String> lines =
                StatusLines.hasFinding(statuses)
                        ? statuses.stream().map(StatusLines::line).toList()
                        : List.of(
                                "Valid: record "
                                        + receipt.proof().index()
                                        + " of "
                                        + receipt.checkpoint().checkpoint().origin()
                                        + " is under the checkpoint of "
                                        + receipt.proof().size()
                                        + " records signed by this key.");
        common.print(console, json, lines);
        return StatusLines.hasFinding(statuses) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /// A key from a file of that name where there is one, else from the words themselves.
    static KnownKey knownKey(String fileOrFingerprint) {
        try {
            Path path = Path.of(fileOrFingerprint);
            if (Files.isRegularFile(path)) {
                return KnownKey.parse(Files.readString(path).strip());
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new WrongUse(
                    "the key file " + fileOrFingerprint + " cannot be read: " + e.getMessage());
        }
        return KnownKey.parse(fileOrFingerprint);
    }
}
