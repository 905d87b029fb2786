package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.UseCase;
import studio.backlot.diffusion.FramePlan;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.Sizing;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;

/// The neutral facts of a plate's run, as ledger schema v1 words them (`docs/ledger-schema-v1.md`).
final class PlateAssertions {
    private PlateAssertions() {}

    /// Label `request`: what was asked.
    static JsonObject request(
            PlateOrder order, PayloadReference prompt, PayloadReference negativePrompt) {
        PlateRequest request = order.request();
        var builder =
                new JsonBuilder()
                        .put("modality", "image")
                        .put("task", "background")
                        .put("prompt", prompt.toJson())
                        .put("negativePrompt", negativePrompt.toJson())
                        .put("inferenceSteps", request.inferenceSteps())
                        .decimal("guidanceScale", request.guidanceScale())
                        .wide("seed", request.seed())
                        .put("seedSource", order.isSeedDrawn() ? "drawn" : "given")
                        .put("pack", order.pack().id());
        request.scheduler().ifPresent(choice -> builder.put("scheduler", choice.name()));
        switch (request.sizing()) {
            case Sizing.OwnSize own -> builder.put("upscale", own.upscale());
            case Sizing.RenderSize exact ->
                    size(builder, exact.size()).put("upscale", exact.upscale());
            case Sizing.Delivery delivery ->
                    size(builder, delivery.frame().size())
                            .put("frame", delivery.frame().name())
                            .decimal("overscanPercent", delivery.overscanPercent());
            case Sizing.Planned planned -> size(builder, planned.plan().render());
        }
        return builder.build();
    }

    /// Label `recipe`: what was used.
    static JsonObject recipe(UsedRecipe recipe) {
        UsedRecipe.Sampling sampling = recipe.sampling();
        var builder =
                new JsonBuilder()
                        .put("scheduler", sampling.scheduler())
                        .put("schedulerConfig", sampling.config())
                        .put("timesteps", decimals(sampling.timesteps()))
                        .put("inferenceSteps", sampling.inferenceSteps())
                        .decimal("guidanceScale", sampling.guidanceScale())
                        .wide("seed", sampling.seed())
                        .put("generator", UsedRecipe.GENERATOR)
                        .put("precision", recipe.computing().precision());
        if (sampling.sigmas().length > 0) {
            builder.put("sigmas", decimals(sampling.sigmas()));
        }
        size(builder, recipe.frame().render());
        recipe.enlarging()
                .ifPresent(
                        enlarging -> builder.put("upscale", enlarging(recipe.frame(), enlarging)));
        return builder.build();
    }

    private static JsonObject enlarging(FramePlan frame, UsedRecipe.Enlarging enlarging) {
        return new JsonBuilder()
                .put("pack", enlarging.pack())
                .put("factor", enlarging.factor())
                .put("passes", enlarging.passes())
                .put("reduction", frame.reduction())
                .put("tile", enlarging.tiling().tile())
                .put("overlap", enlarging.tiling().overlap())
                .build();
    }

    /// Label `runtime`: where it was computed.
    static JsonObject runtime(UsedRecipe.Computing computing, String version) {
        return new JsonBuilder()
                .put("system", "Backlot " + version)
                .put("executionProvider", computing.provider())
                .put("library", computing.library())
                .put("processors", computing.processors())
                .put("java", System.getProperty("java.runtime.version", "unknown"))
                .put(
                        "os",
                        System.getProperty("os.name", "unknown")
                                + " "
                                + System.getProperty("os.version", ""))
                .put("arch", System.getProperty("os.arch", "unknown"))
                .build();
    }

    /// Label `framing`: every rectangle on the way from the model's picture to the frame.
    static JsonObject framing(FramePlan plan) {
        return new JsonBuilder()
                .put("frame", plan.frameName())
                .put("renderSize", size(new JsonBuilder(), plan.render()).build())
                .put("enlargement", plan.enlargement())
                .put("reduction", plan.reduction())
                .put("pictureSize", size(new JsonBuilder(), plan.picture()).build())
                .put("overscan", rectangle(plan.overscan()))
                .put("frameRectangle", rectangle(plan.frame()))
                .build();
    }

    static JsonObject rectangle(Rectangle rectangle) {
        return new JsonBuilder()
                .put("x", rectangle.x())
                .put("y", rectangle.y())
                .put("width", rectangle.width())
                .put("height", rectangle.height())
                .build();
    }

    /// Reads what [#rectangle(Rectangle)] wrote.
    static Rectangle rectangle(JsonObject json) {
        return new Rectangle(
                whole(json, "x"), whole(json, "y"), whole(json, "width"), whole(json, "height"));
    }

    private static int whole(JsonObject json, String name) {
        return Math.toIntExact(json.number(name).map(JsonNumber::asLong).orElse(0L));
    }

    /// Label `packs`: the files that were loaded.
    static JsonArray packs(List<UsedRecipe.UsedPack> used, List<ModelPack> known) {
        List<JsonObject> packs = new ArrayList<>();
        for (UsedRecipe.UsedPack pack : used) {
            var builder = new JsonBuilder().put("id", pack.id());
            known.stream()
                    .filter(k -> k.id().equals(pack.id()))
                    .findFirst()
                    .ifPresent(k -> names(builder, k));
            packs.add(
                    builder.put("files", pack.files().stream().map(PlateAssertions::file).toList())
                            .build());
        }
        return new JsonArray(new ArrayList<>(packs));
    }

    /// Label `packs` of an intent: which pack will be loaded.
    static JsonArray packs(ModelPack pack) {
        return new JsonArray(List.of(names(new JsonBuilder().put("id", pack.id()), pack).build()));
    }

    /// A pack and those of its files that were loaded.
    static JsonObject pack(ModelPack pack, List<HashedFile> files) {
        return names(new JsonBuilder().put("id", pack.id()), pack)
                .put("files", files.stream().map(PlateAssertions::file).toList())
                .build();
    }

    private static JsonBuilder names(JsonBuilder builder, ModelPack pack) {
        return builder.put("name", pack.displayName()).put("licence", pack.licence());
    }

    private static JsonObject file(HashedFile file) {
        return new JsonBuilder()
                .put("path", file.path())
                .put("sha256", file.sha256().hex())
                .put("bytes", file.bytes())
                .build();
    }

    /// Label `output`: the asset, and what kind of source it has in IPTC's terms.
    static JsonObject output(ContentHash asset, Plate plate) {
        return new JsonBuilder()
                .put("asset", asset.hex())
                .put("mediaType", "image/png")
                .put("width", plate.width())
                .put("height", plate.height())
                .put("pixels", plate.pixelHash().hex())
                .put("digitalSourceType", "trainedAlgorithmicMedia")
                .build();
    }

    /// Label `useCase` of an intent: which one the run belongs to, as it stood then.
    static JsonObject useCase(UseCase useCase) {
        return new JsonBuilder()
                .put("id", useCase.id().toString())
                .put("state", useCase.state().hex())
                .build();
    }

    /// Label `credits`: persons only.
    static JsonArray credits(Maker person) {
        return new JsonArray(
                List.of(
                        new JsonBuilder()
                                .put("name", person.name())
                                .put("role", person.role().wireName())
                                .build()));
    }

    private static JsonBuilder size(JsonBuilder builder, PixelSize size) {
        return builder.put("width", size.width()).put("height", size.height());
    }

    private static JsonArray decimals(float[] values) {
        List<JsonString> decimals = new ArrayList<>(values.length);
        for (float value : values) {
            decimals.add(new JsonString(JsonBuilder.decimal(value)));
        }
        return new JsonArray(new ArrayList<>(decimals));
    }
}
