package studio.backlot.cli.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateGenerator;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.Sizing;
import studio.backlot.raster.PngWriter;
import studio.backlot.workflow.GeneratorSource;
import studio.backlot.workflow.KeepFile;

/// A whole picture: the latents after every step, and the PNG beside the input file.
///
/// Takes both spellings of a request: diffusers' (`num_inference_steps`, `guidance_scale`,
/// `height`, `width`, with `scheduler` and `seed` beside it) and the short one (`steps`,
/// `guidance`, `size`, `scheduler`, `seed` inside it).
final class PipelineVectors implements VectorKind {
    private final VectorPacks packs;
    private final GeneratorSource generators;
    private final Path inputFile;

    PipelineVectors(VectorPacks packs, GeneratorSource generators, Path inputFile) {
        this.packs = packs;
        this.generators = generators;
        this.inputFile = inputFile;
    }

    @Override
    public JsonObject compute(VectorCase input) {
        requireTextToImage(input);
        PlateGenerator generator =
                generators.open(packs.pack(input.members().text("model")), Progress.NONE);
        List<JsonObject> latents = new ArrayList<>();
        GeneratedPlate made =
                generator.generate(
                        request(input),
                        (step, timestep, values) ->
                                latents.add(
                                        new JsonBuilder()
                                                .put("t", new JsonNumber(Float.toString(timestep)))
                                                .put("values", VectorCase.array(values))
                                                .build()),
                        Progress.NONE,
                        new Cancellation());
        String name = input.members().text("id").orElse("case-" + input.number()) + "-backlot.png";
        KeepFile.write(
                inputFile.toAbsolutePath().resolveSibling(name),
                PngWriter.encode(made.plate(), PngWriter.QUICK, List.of()));
        return new JsonBuilder().put("latents", latents).put("image", name).build();
    }

    private static void requireTextToImage(VectorCase input) {
        String pipeline = input.members().text("pipeline").orElse("StableDiffusionPipeline");
        if (input.object("request").get("image").isPresent()
                || !pipeline.equals("StableDiffusionPipeline")) {
            throw new IllegalArgumentException(
                    "this version makes pictures from text only, not with " + pipeline);
        }
    }

    private static PlateRequest request(VectorCase input) {
        var asked = new VectorCase(input.object("request"), input.number());
        boolean isShort = asked.has("steps");
        long seed = isShort ? asked.seed() : input.seed();
        return new PlateRequest(
                asked.text("prompt"),
                asked.members().text("negative_prompt").orElse(""),
                asked.whole(isShort ? "steps" : "num_inference_steps"),
                decimal(asked, isShort ? "guidance" : "guidance_scale"),
                seed,
                scheduler(input, asked),
                new Sizing.RenderSize(size(asked), 1));
    }

    private static double decimal(VectorCase asked, String name) {
        return asked.members()
                .number(name)
                .map(JsonNumber::asDouble)
                .orElseThrow(() -> new MalformedJson("a request lacks \"" + name + "\""));
    }

    private static Optional<SchedulerChoice> scheduler(VectorCase input, VectorCase asked) {
        Optional<JsonObject> whole = input.members().object("scheduler");
        if (whole.isPresent()) {
            var choice = new VectorCase(whole.get(), input.number());
            return Optional.of(
                    SchedulerChoice.of(choice.text("class_name"), choice.object("config")));
        }
        Optional<JsonObject> config = input.members().object("resolved_scheduler");
        return asked.members().text("scheduler").map(name -> new SchedulerChoice(name, config));
    }

    private static PixelSize size(VectorCase asked) {
        List<JsonValue> pair = asked.members().array("size").orElse(List.of());
        if (pair.size() == 2
                && pair.get(0) instanceof JsonNumber width
                && pair.get(1) instanceof JsonNumber height) {
            return new PixelSize((int) width.asLong(), (int) height.asLong());
        }
        return new PixelSize(asked.whole("width"), asked.whole("height"));
    }
}
