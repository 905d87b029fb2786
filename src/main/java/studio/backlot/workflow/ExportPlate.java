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
import studio.backlot.clearance.Verdict;
import studio.backlot.credential.AssetCrop;
import studio.backlot.credential.ExportText;
import studio.backlot.credential.PngExport;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.BurnIn;
import studio.backlot.raster.PngReader;
import studio.backlot.raster.Rectangle;

/// Writes a recorded plate to a file that leaves the production, with its record inside, and
/// records that.
///
/// The file is made in a temporary place first; its hash is in the ledger, and a checkpoint kept,
/// before it appears under its name. A file already there is replaced whole.
public final class ExportPlate {
    private final OpenProduction production;
    private final FindWork works;

    public ExportPlate(OpenProduction production) {
        this.production = production;
        this.works = new FindWork(production);
    }

    /// What leaves, for which use, whether with the prompt inside, whether cut to the delivery
    /// frame, whether "TEMP, NOT CLEARED" is drawn into it, and to which file. The policy may ask
    /// for those words as well.
    public record ExportOrder(
            LedgerEntry outcome,
            UseLabel use,
            boolean isWithPrompt,
            boolean isFrameOnly,
            boolean isBurnedIn,
            Path file,
            Signatory by) {
        /// An export without words in the picture.
        public ExportOrder(
                LedgerEntry outcome,
                UseLabel use,
                boolean isWithPrompt,
                boolean isFrameOnly,
                Path file,
                Signatory by) {
            this(outcome, use, isWithPrompt, isFrameOnly, false, file, by);
        }
    }

    /// Throws what [#run] would throw, before any work is done for it: [ActRefused] when a rule
    /// forbids such an export, [ExportFailed] when no file can be written there.
    public void requirePossible(UseLabel use, boolean isWithPrompt, Path file) {
        Policy policy = production.policy();
        require(policy.mayExport(use, false));
        requirePossible(isWithPrompt, file, policy);
    }

    private static void requirePossible(boolean isWithPrompt, Path file, Policy policy) {
        if (isWithPrompt) {
            require(policy.mayWritePromptIntoFile());
        }
        requirePlace(file.toAbsolutePath());
    }

    /// Exports and returns the export entry. Throws [ActRefused] when a rule forbids it, such as
    /// *final* without an approval of this file, and [ExportFailed] when the file cannot be
    /// written; nothing is recorded then, unless the disk fails in the last step, the renaming.
    public LedgerEntry run(ExportOrder order) {
        Policy policy = new FollowPolicy(production).inForce(order.by()).policy();
        var review = new ReviewWork(production);
        require(review.mayExport(order.outcome(), order.use(), policy));
        requirePossible(order.isWithPrompt(), order.file(), policy);
        JsonObject output = output(order.outcome());
        var asset = new ContentHash(output.text("asset").orElse(""));
        var plate = PngReader.read(production.assets().read(asset)).plate();
        var crop =
                new AssetCrop(
                        plate,
                        part(order, Rectangle.ofSize(plate.width(), plate.height())),
                        burnIn(order, policy));
        Optional<Verdict> approval = review.approval(order.outcome(), order.use(), policy);
        byte[] file = PngExport.encode(order.outcome(), crop, text(order));
        Path target = order.file().toAbsolutePath();
        Path temporary = DurableFile.waitingBeside(target, file);
        try {
            DurableFile.discard(temporary);
            DurableFile.writeNew(temporary, file);
            LedgerEntry entry =
                    production.ledger().append(draft(order, crop, ContentHash.of(file), approval));
            production.ledger().checkpoint();
            DurableFile.rename(temporary, target);
            return entry;
        } catch (IOException e) {
            throw new ExportFailed(target, e);
        } finally {
            DurableFile.discard(temporary);
        }
    }

    private static Optional<String> burnIn(ExportOrder order, Policy policy) {
        return order.isBurnedIn() || policy.requiresMark(order.use())
                ? Optional.of(BurnIn.TEMP)
                : Optional.empty();
    }

    private static void require(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw new ActRefused(refused);
        }
    }

    static void requirePlace(Path target) {
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
                works.intentOf(order.outcome())
                        .flatMap(intent -> intent.assertions().object("request"))
                        .orElse(JsonObject.EMPTY);
        return new ExportText(words(request, "prompt"), words(request, "negativePrompt"));
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

    private EntryDraft draft(
            ExportOrder order, AssetCrop crop, ContentHash file, Optional<Verdict> approval) {
        boolean isOurs = order.outcome().production().equals(production.ledger().production());
        var export =
                new JsonBuilder()
                        .put("entry", order.outcome().index())
                        .put(
                                "production",
                                isOurs
                                        ? Optional.<String>empty()
                                        : Optional.of(order.outcome().production().toString()))
                        .put("format", "png")
                        .put("rectangle", PlateAssertions.rectangle(crop.part()))
                        .put("containsPrompt", order.isWithPrompt())
                        .put("use", order.use().wireName());
        approval.ifPresent(verdict -> export.put("approval", approval(order, verdict)));
        var written =
                new JsonBuilder().put("file", file.hex()).put("mediaType", "image/png").build();
        var marks =
                new JsonBuilder()
                        .put("xmp", true)
                        .put("parameters", true)
                        .put("burnIn", crop.burnIn())
                        .build();
        var assertions =
                new JsonBuilder()
                        .put("export", export.build())
                        .put("written", written)
                        .put("marks", marks)
                        .build();
        return new EntryDraft(EventType.EXPORT, order.by(), Optional.empty(), assertions);
    }

    /// The verdict by which the file left, and whether its maker gave it.
    private JsonObject approval(ExportOrder order, Verdict verdict) {
        return new JsonBuilder()
                .put("production", verdict.recorded().production().toString())
                .put("entry", verdict.recorded().index())
                .put(
                        "selfApproved",
                        new ReviewWork(production).isSelfApproved(order.outcome(), verdict))
                .build();
    }
}
