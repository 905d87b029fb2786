package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonReader;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.Receipt;
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

    LedgerProveCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        var maker = new Maker(studio.accountName(), Maker.Role.PRODUCER);
        try (OpenProduction production = studio.productions().openForWriting(folder, maker)) {
            LedgerEntry entry = new FindEntry(production).of(what);
            Receipt receipt = new ProveEntry(production).run(entry, isOpening);
            if (out == null) {
                console.result(JsonReader.parse(receipt.bytes()));
            } else {
                KeepFile.write(out, receipt.bytes());
                common.print(
                        console,
                        JsonReader.parse(receipt.bytes()),
                        List.of(
                                out
                                        + "  receipt of record "
                                        + entry.index()
                                        + "; check it with: backlot verify-receipt "
                                        + out
                                        + " --key "
                                        + receipt.logKey().key().fingerprint()));
            }
        }
        return ExitCode.DONE;
    }
}
