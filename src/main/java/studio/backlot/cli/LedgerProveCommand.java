package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonReader;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.ReceiptPage;
import studio.backlot.workflow.FindEntry;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ProveEntry;
import studio.backlot.workflow.Studio;

/// `ledger prove`: makes the receipt of one record for an outsider.
@Command(
        name = "prove",
        description = "Makes a receipt: proof for an outsider that one record is in the ledger.")
final class LedgerProveCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|ASSET",
            description = "the record's number, or an asset's hash")
    private String what = "";

    @Option(names = "--open", description = "Shows the record's texts inside the receipt.")
    private boolean isOpening;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where the receipt is written (default: standard output)")
    private @Nullable Path out;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "where the receipt is written as a page that checks itself offline")
    private @Nullable Path html;

    LedgerProveCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            LedgerEntry entry = new FindEntry(production).of(what);
            Receipt receipt = new ProveEntry(production).run(entry, isOpening);
            List<String> lines = new ArrayList<>();
            keep(out, receipt.bytes(), receipt, lines);
            keep(html, new ReceiptPage(receipt).bytes(), receipt, lines);
            if (lines.isEmpty()) {
                console.result(JsonReader.parse(receipt.bytes()));
            } else {
                common.print(console, JsonReader.parse(receipt.bytes()), lines);
            }
        }
        return ExitCode.DONE;
    }

    private static void keep(
            @Nullable Path file, byte[] content, Receipt receipt, List<String> lines) {
        if (file != null) {
            KeepFile.write(file, content);
            lines.add(
                    file
                            + "  receipt of record "
                            + receipt.proof().index()
                            + "; check it with: backlot verify-receipt "
                            + file
                            + " --key "
                            + receipt.logKey().key().fingerprint());
        }
    }
}
