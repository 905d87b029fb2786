package studio.backlot.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.workflow.FindEntry;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.SealedDrafts;
import studio.backlot.workflow.Studio;

/// `ledger show`: one entry whole, with those of its texts that this machine can open.
@Command(name = "show", description = "Shows one record whole.")
final class LedgerShowCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private ViewerOptions viewer = new ViewerOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "INDEX|ASSET",
            description = "the record's number, or an asset's hash (8 digits or more)")
    private String what = "";

    LedgerShowCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            LedgerEntry entry = new FindEntry(production).of(what);
            requireNotSealed(production, entry);
            byte[] bytes = entry.bytes();
            List<PayloadReference> references = PayloadReference.allIn(entry.assertions());
            List<JsonObject> payloads = references.stream().map(r -> json(production, r)).toList();
            var json =
                    new JsonBuilder()
                            .put("entry", JsonReader.parse(bytes))
                            .put("leaf", ContentHash.ofDigest(MerkleTree.leafHash(bytes)).hex())
                            .put("payloads", payloads)
                            .build();
            List<String> lines = new ArrayList<>();
            lines.add(new String(bytes, StandardCharsets.UTF_8));
            references.forEach(r ->
                    lines.add(
                            r.kind().wireName()
                                    + " (payload "
                                    + r.id()
                                    + "): "
                                    + words(production, r)));
            common.print(console, json, lines);
        }
        return ExitCode.DONE;
    }

    private void requireNotSealed(OpenProduction production, LedgerEntry entry) {
        viewer.named(studio)
                .filter(person -> new SealedDrafts(production, person).isSealed(entry))
                .ifPresent(person -> {
                    throw SealedDrafts.refusal(entry);
                });
    }

    private static JsonObject json(OpenProduction production, PayloadReference reference) {
        var builder =
                new JsonBuilder()
                        .put("payload", reference.id())
                        .put("kind", reference.kind().wireName());
        return switch (production.payloads().open(reference)) {
            case PayloadContent.Open open ->
                    builder.put("state", "open").put("text", open.text()).build();
            case PayloadContent.Locked locked -> builder.put("state", "locked").build();
            case PayloadContent.Absent absent -> builder.put("state", "erased").build();
            case PayloadContent.Damaged damaged ->
                    builder.put("state", "damaged")
                            .put("explanation", damaged.explanation())
                            .build();
        };
    }

    private static String words(OpenProduction production, PayloadReference reference) {
        return switch (production.payloads().open(reference)) {
            case PayloadContent.Open open -> open.text();
            case PayloadContent.Locked locked -> "sealed; its key is not on this machine";
            case PayloadContent.Absent absent -> "erased";
            case PayloadContent.Damaged damaged -> "damaged: " + damaged.explanation();
        };
    }
}
