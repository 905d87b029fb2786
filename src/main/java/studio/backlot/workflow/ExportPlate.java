package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.asset.DurableFile;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.UseLabel;
import studio.backlot.credential.AssetCrop;
import studio.backlot.credential.ExportText;
import studio.backlot.credential.PngExport;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.PngReader;
import studio.backlot.raster.Rectangle;

/// Writes a recorded plate to a file that leaves the production, with its record inside, and
/// records that.
///
/// The file is made in a temporary place first; its hash is in the ledger, and a checkpoint kept,
/// before it appears under its name. A file already there is replaced whole.
public final class ExportPlate {
    private final OpenProduction production;

    public ExportPlate(OpenProduction production) {
        this.production = production;
    }

    /// What leaves, for which use, whether with the prompt inside, whether cut to the delivery
    /// frame, and to which file.
    public record ExportOrder(
            LedgerEntry outcome,
            UseLabel use,
            boolean isWithPrompt,
            boolean isFrameOnly,
            Path file,
            Signatory by) {}

    /// Throws what [#run] would throw, before any work is done for it: [ActRefused] when a rule
    /// forbids such an export, [ExportFailed] when no file can be written there.
    public void requirePossible(UseLabel use, boolean isWithPrompt, Path file) {
        requireAllowed(production.policy(), use, isWithPrompt);
        requirePlace(file.toAbsolutePath());
    }

    /// Exports and returns the export entry. Throws [ActRefused] when a rule forbids it and
    /// [ExportFailed] when the file cannot be written; nothing is recorded then, unless the disk
    /// fails in the last step, the renaming.
    public LedgerEntry run(ExportOrder order) {
        requireAllowed(
                new FollowPolicy(production).inForce(order.by()).policy(),
                order.use(),
                order.isWithPrompt());
        requirePlace(order.file().toAbsolutePath());
        JsonObject output = output(order.outcome());
        var asset = new ContentHash(output.text("asset").orElse(""));
        var plate = PngReader.read(production.assets().read(asset)).plate();
        Rectangle part = part(order, Rectangle.ofSize(plate.width(), plate.height()));
        byte[] file = PngExport.encode(order.outcome(), new AssetCrop(plate, part), text(order));
        Path target = order.file().toAbsolutePath();
        Path temporary = DurableFile.waitingBeside(target, file);
        try {
            DurableFile.discard(temporary);
            DurableFile.writeNew(temporary, file);
            LedgerEntry entry =
                    production.ledger().append(draft(order, part, ContentHash.of(file)));
            production.ledger().checkpoint();
            DurableFile.rename(temporary, target);
            return entry;
        } catch (IOException e) {
            throw new ExportFailed(target, e);
        } finally {
            DurableFile.discard(temporary);
        }
    }

    private static void requireAllowed(Policy policy, UseLabel use, boolean isWithPrompt) {
        boolean isCleared = false;
        require(policy.mayExport(use, isCleared));
        if (isWithPrompt) {
            require(policy.mayWritePromptIntoFile());
        }
    }

    private static void require(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw new ActRefused(refused);
        }
    }

    private static void requirePlace(Path target) {
        Path folder = target.resolveSibling("");
        if (Files.isDirectory(target)) {
            throw new ExportFailed(target, "it is a folder; give the name of a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new ExportFailed(
                    target, "there is no folder " + folder + "; make it, or choose another place");
        }
        if (!Files.isWritable(folder)) {
            throw new ExportFailed(
                    target, "this account may not write in " + folder + "; choose another place");
        }
    }

    private static JsonObject output(LedgerEntry outcome) {
        return outcome.assertions()
                .object("output")
                .orElseThrow(() ->
                        new EntryUnknown(
                                "record "
                                        + outcome.index()
                                        + " has no picture: it records "
                                        + outcome.event().wireName()
                                        + "; give the number of a plate's outcome, or the plate's hash"));
    }

    private static Rectangle part(ExportOrder order, Rectangle whole) {
        if (!order.isFrameOnly()) {
            return whole;
        }
        return order.outcome()
                .assertions()
                .object("framing")
                .flatMap(framing -> framing.object("frameRectangle"))
                .map(PlateAssertions::rectangle)
                .orElse(whole);
    }

    private ExportText text(ExportOrder order) {
        if (!order.isWithPrompt()) {
            return ExportText.NONE;
        }
        JsonObject request =
                intentOf(order.outcome()).assertions().object("request").orElse(JsonObject.EMPTY);
        return new ExportText(words(request, "prompt"), words(request, "negativePrompt"));
    }

    private LedgerEntry intentOf(LedgerEntry outcome) {
        return outcome.assertions()
                .object("run")
                .flatMap(run -> run.number("intent"))
                .flatMap(index -> production.ledger().entry(index.asLong()))
                .orElse(outcome);
    }

    private Optional<String> words(JsonObject request, String name) {
        return request.object(name)
                .map(PayloadReference::parse)
                .map(production.payloads()::open)
                .flatMap(found ->
                        found instanceof PayloadContent.Open open
                                ? Optional.of(open.text())
                                : Optional.empty())
                .filter(text -> !text.isEmpty());
    }

    private static EntryDraft draft(ExportOrder order, Rectangle part, ContentHash file) {
        var export =
                new JsonBuilder()
                        .put("entry", order.outcome().index())
                        .put("format", "png")
                        .put("rectangle", PlateAssertions.rectangle(part))
                        .put("containsPrompt", order.isWithPrompt())
                        .put("use", order.use().wireName())
                        .build();
        var written =
                new JsonBuilder().put("file", file.hex()).put("mediaType", "image/png").build();
        var marks = new JsonBuilder().put("xmp", true).put("parameters", true).build();
        var assertions =
                new JsonBuilder()
                        .put("export", export)
                        .put("written", written)
                        .put("marks", marks)
                        .build();
        return new EntryDraft(EventType.EXPORT, order.by(), Optional.empty(), assertions);
    }
}
