package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.diffusion.FramePlan;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.Sizing;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;

/// A run read back from its intent and its outcome: the request that makes the same plate, the
/// pack, and the model files that were used.
record RecordedRun(PlateRequest request, String pack, List<PackFile> files) {

    /// One model file as it was recorded.
    record PackFile(String pack, String path, ContentHash sha256) {}

    /// A record does not hold, or no longer holds, all that a repetition needs; the message says
    /// what is missing.
    static final class NotRepeatable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRepeatable(String message) {
            super(message);
        }
    }

    static RecordedRun of(OpenProduction production, LedgerEntry outcome) {
        JsonObject recipe = object(outcome.assertions(), "recipe");
        LedgerEntry intent =
                new FindWork(production)
                        .knownIntentOf(outcome)
                        .orElseThrow(
                                () -> new NotRepeatable("the record of what was asked is missing"));
        JsonObject asked = object(intent.assertions(), "request");
        var texts = new KnownTexts(production);
        var request =
                new PlateRequest(
                        words(texts, asked, "prompt"),
                        words(texts, asked, "negativePrompt"),
                        whole(recipe, "inferenceSteps"),
                        decimal(recipe, "guidanceScale"),
                        Long.parseLong(text(recipe, "seed")),
                        Optional.of(SchedulerChoice.named(text(recipe, "scheduler"))),
                        sizing(outcome));
        return new RecordedRun(request, text(asked, "pack"), files(outcome));
    }

    /// The plan itself, so that a later version that would plan another size makes the same plate.
    private static Sizing sizing(LedgerEntry outcome) {
        return planned(object(outcome.assertions(), "framing"));
    }

    /// Reads what [PlateAssertions#framing] wrote.
    static Sizing planned(JsonObject framing) {
        return new Sizing.Planned(
                new FramePlan(
                        size(object(framing, "renderSize")),
                        whole(framing, "enlargement"),
                        whole(framing, "reduction"),
                        size(object(framing, "pictureSize")),
                        PlateAssertions.rectangle(object(framing, "overscan")),
                        PlateAssertions.rectangle(object(framing, "frameRectangle")),
                        framing.text("frame")));
    }

    private static PixelSize size(JsonObject json) {
        return new PixelSize(whole(json, "width"), whole(json, "height"));
    }

    private static String words(KnownTexts texts, JsonObject asked, String name) {
        return switch (texts.open(PayloadReference.parse(object(asked, name)))) {
            case PayloadContent.Open open -> open.text();
            case PayloadContent.Absent absent ->
                    throw new NotRepeatable("the words of the run were erased");
            case PayloadContent.Locked locked ->
                    throw new NotRepeatable(
                            "the words of the run are sealed; their key is not on this machine");
            case PayloadContent.Damaged damaged ->
                    throw new NotRepeatable(
                            "the words of the run are damaged: " + damaged.explanation());
        };
    }

    private static List<PackFile> files(LedgerEntry outcome) {
        List<PackFile> files = new ArrayList<>();
        for (JsonValue pack : outcome.assertions().array("packs").orElse(List.of())) {
            if (pack instanceof JsonObject one) {
                for (JsonValue file : one.array("files").orElse(List.of())) {
                    if (file instanceof JsonObject entry) {
                        files.add(
                                new PackFile(
                                        text(one, "id"),
                                        text(entry, "path"),
                                        new ContentHash(text(entry, "sha256"))));
                    }
                }
            }
        }
        return files;
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.object(name).orElseThrow(() -> new NotRepeatable("the record has no " + name));
    }

    private static String text(JsonObject json, String name) {
        return json.text(name).orElseThrow(() -> new NotRepeatable("the record has no " + name));
    }

    private static int whole(JsonObject json, String name) {
        return Math.toIntExact(
                json.number(name)
                        .map(JsonNumber::asLong)
                        .orElseThrow(() -> new NotRepeatable("the record has no " + name)));
    }

    private static double decimal(JsonObject json, String name) {
        return Double.parseDouble(text(json, name));
    }
}
