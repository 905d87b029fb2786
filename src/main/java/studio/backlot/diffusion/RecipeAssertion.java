package studio.backlot.diffusion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.raster.Rectangle;

/// The neutral form in which a ledger keeps a recipe, and the way back to a request that makes the same plate.
///
/// It holds no text and no token ids: those are payloads. It holds no pack files either: those are the entry's `packs`.
/// Decimals and 64-bit numbers are strings.
public final class RecipeAssertion {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final long LOW_32_BITS = 0xffff_ffffL;

    private RecipeAssertion() {}

    /// What a ledger keeps of this recipe.
    public static JsonObject of(UsedRecipe recipe) {
        var assertion = new JsonBuilder()
                .put("sampling", sampling(recipe.sampling()))
                .put("size", size(recipe.frame()))
                .put("computing", computing(recipe.computing()));
        recipe.enlarging().ifPresent(enlarging -> assertion.put("upscaler", enlarging(enlarging)));
        return assertion.build();
    }

    private static JsonObject sampling(UsedRecipe.Sampling sampling) {
        return new JsonBuilder()
                .put("scheduler", sampling.scheduler())
                .put("config", sampling.config())
                .put("timesteps", decimals(sampling.timesteps()))
                .put("sigmas", decimals(sampling.sigmas()))
                .put("inferenceSteps", sampling.inferenceSteps())
                .decimal("guidanceScale", sampling.guidanceScale())
                .wide("seed", sampling.seed())
                .wide("seedUsed", sampling.seed() & LOW_32_BITS)
                .put("generator", UsedRecipe.GENERATOR)
                .build();
    }

    private static List<JsonValue> decimals(float[] values) {
        var decimals = new ArrayList<JsonValue>();
        for (float value : values) {
            decimals.add(new JsonString(JsonBuilder.decimal(value)));
        }
        return decimals;
    }

    private static JsonObject size(FramePlan plan) {
        return new JsonBuilder()
                .put("render", size(plan.render()))
                .put("enlargement", plan.enlargement())
                .put("reduction", plan.reduction())
                .put("picture", size(plan.picture()))
                .put("overscan", rectangle(plan.overscan()))
                .put("frame", rectangle(plan.frame()))
                .put("frameName", plan.frameName())
                .build();
    }

    private static JsonObject size(PixelSize size) {
        return new JsonBuilder()
                .put("width", size.width())
                .put("height", size.height())
                .build();
    }

    private static JsonObject rectangle(Rectangle rectangle) {
        return new JsonBuilder()
                .put("x", rectangle.x())
                .put("y", rectangle.y())
                .put("width", rectangle.width())
                .put("height", rectangle.height())
                .build();
    }

    private static JsonObject computing(UsedRecipe.Computing computing) {
        return new JsonBuilder()
                .put("provider", computing.provider())
                .put("library", computing.library())
                .put("processors", computing.processors())
                .put("threads", "default")
                .put("precision", computing.precision())
                .build();
    }

    private static JsonObject enlarging(UsedRecipe.Enlarging enlarging) {
        return new JsonBuilder()
                .put("pack", enlarging.pack())
                .put("factor", enlarging.factor())
                .put("passes", enlarging.passes())
                .put("tile", enlarging.tiling().tile())
                .put("overlap", enlarging.tiling().overlap())
                .put("margin", enlarging.tiling().margin())
                .build();
    }

    /// The request that makes this plate again, given the texts from the payloads.
    /// Throws [IllegalArgumentException] when the assertion lacks something.
    public static PlateRequest requestOf(JsonObject assertion, String prompt, String negativePrompt) {
        JsonObject sampling = member(assertion, "sampling");
        return new PlateRequest(
                prompt,
                negativePrompt,
                whole(sampling, "inferenceSteps"),
                Double.parseDouble(text(sampling, "guidanceScale")),
                Long.parseLong(text(sampling, "seed")),
                Optional.of(SchedulerChoice.of(text(sampling, "scheduler"), numbersOf(member(sampling, "config")))),
                new Sizing.Planned(planOf(member(assertion, "size"))));
    }

    private static FramePlan planOf(JsonObject size) {
        return new FramePlan(
                sizeOf(member(size, "render")),
                whole(size, "enlargement"),
                whole(size, "reduction"),
                sizeOf(member(size, "picture")),
                rectangleOf(member(size, "overscan")),
                rectangleOf(member(size, "frame")),
                size.text("frameName"));
    }

    private static PixelSize sizeOf(JsonObject size) {
        return new PixelSize(whole(size, "width"), whole(size, "height"));
    }

    private static Rectangle rectangleOf(JsonObject rectangle) {
        return new Rectangle(
                whole(rectangle, "x"), whole(rectangle, "y"), whole(rectangle, "width"), whole(rectangle, "height"));
    }

    /// Decimals as a scheduler's configuration has them: no setting is a text that looks like a number.
    private static JsonObject numbersOf(JsonObject config) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        config.members().forEach((name, value) -> members.put(name, numberOf(value)));
        return new JsonObject(members);
    }

    private static JsonValue numberOf(JsonValue value) {
        if (value instanceof JsonString text && DECIMAL.matcher(text.value()).matches()) {
            return new JsonNumber(text.value());
        }
        if (value instanceof JsonArray list) {
            return new JsonArray(
                    list.elements().stream().map(RecipeAssertion::numberOf).toList());
        }
        return value;
    }

    private static JsonObject member(JsonObject object, String name) {
        return object.object(name).orElseThrow(() -> lacking(name));
    }

    private static String text(JsonObject object, String name) {
        return object.text(name).orElseThrow(() -> lacking(name));
    }

    private static int whole(JsonObject object, String name) {
        return Math.toIntExact(object.number(name).orElseThrow(() -> lacking(name)).asLong());
    }

    private static IllegalArgumentException lacking(String name) {
        return new IllegalArgumentException("the recipe lacks \"" + name + "\" and cannot be made again");
    }
}
