package studio.backlot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.provenance.KnownKey;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.ReceiptPage;
import studio.backlot.provenance.ValidationStatus;

/// `verify-receipt`: checks a receipt against a key that was had by another way; needs no
/// production.
@Command(
        name = "verify-receipt",
        description = "Checks a receipt against a log's key had by another way.")
final class VerifyReceiptCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "the receipt: JSON, or the page")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE|FINGERPRINT",
            description = "the log's key, or its fingerprint in digits or words")
    private String key = "";

    VerifyReceiptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        byte[] content = UserFiles.read(file);
        List<ValidationStatus> statuses = new ArrayList<>();
        Receipt receipt = read(content, statuses);
        statuses.addAll(receipt.verify(knownKey(key)));
        boolean isValid = !StatusLines.hasFinding(statuses);
        var json =
                new JsonBuilder()
                        .put("valid", isValid)
                        .put("index", receipt.proof().index())
                        .put("size", receipt.proof().size())
                        .put("fingerprint", receipt.logKey().key().fingerprint().hex())
                        .put("statuses", statuses.stream().map(StatusLines::json).toList())
                        .build();
        List<String> lines = new ArrayList<>();
        if (isValid) {
            lines.add(
                    "Valid: record "
                            + receipt.proof().index()
                            + " of "
                            + receipt.checkpoint().checkpoint().origin()
                            + " is under the checkpoint of "
                            + receipt.proof().size()
                            + " records signed by this key.");
            lines.add(whatItSays(LedgerEntry.parse(receipt.entry())));
        }
        statuses.stream().map(StatusLines::line).forEach(lines::add);
        common.print(console, json, lines);
        return isValid ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    /// The receipt in a JSON file or in a page, with what is to say about the page.
    private static Receipt read(byte[] content, List<ValidationStatus> statuses) {
        if (!ReceiptPage.isPage(content)) {
            return Receipt.parse(content);
        }
        ReceiptPage page = ReceiptPage.parse(content);
        if (!page.isAsWritten(content)) {
            statuses.add(
                    ValidationStatus.note(
                            "receipt.pageOther",
                            "receipt",
                            "the page around the receipt is not the one that this version of Backlot writes;"
                                    + " believe what is printed here, not what the page shows"));
        }
        return page.receipt();
    }

    /// Who is said to have done what, and whose name is only typed.
    private static String whatItSays(LedgerEntry entry) {
        return "It says: "
                + entry.event().wireName()
                + " by "
                + entry.person().name()
                + " ("
                + entry.person().role().wireName()
                + "), "
                + entry.time()
                + entry.person()
                        .key()
                        .map(key -> ", signed with the person's key " + key)
                        .orElse(", signed by nobody: the name is as typed");
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
