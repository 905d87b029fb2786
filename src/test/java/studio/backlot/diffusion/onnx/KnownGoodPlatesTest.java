package studio.backlot.diffusion.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.base.PythonJson;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.Sizing;

/// Pictures of diffusers 0.42.1 with the same files, made again.
class KnownGoodPlatesTest {
    private static final double LEAST_DECIBELS = 45;

    @Test
    void theBundledPackMakesThePicturesOfDiffusers() throws IOException {
        Path folder = TestPacks.KNOWN_GOOD.resolve("backdrop");
        try (var generator = TestPacks.open(TestPacks.BACKDROP)) {
            for (JsonObject known : cases(folder)) {
                JsonObject asked = known.object("request").orElseThrow();
                var size = asked.array("size").orElseThrow();
                var request =
                        new PlateRequest(
                                asked.text("prompt").orElseThrow(),
                                asked.text("negative_prompt").orElseThrow(),
                                (int) number(asked, "steps"),
                                number(asked, "guidance"),
                                asked.number("seed").orElseThrow().asLong(),
                                Optional.of(
                                        SchedulerChoice.named(
                                                asked.text("scheduler").orElseThrow())),
                                new Sizing.RenderSize(
                                        new PixelSize(
                                                (int) number(size.get(0)),
                                                (int) number(size.get(1))),
                                        1));
                List<JsonValue> spread = known.array("latents_mean_std").orElseThrow();
                var last = new ArrayList<float[]>();

                GeneratedPlate made =
                        generator.generate(
                                request,
                                (step, timestep, latents) -> {
                                    assertSpread(latents, spread.get(step));
                                    last.add(latents.clone());
                                },
                                Progress.NONE,
                                new Cancellation());

                String id = known.text("id").orElseThrow();
                assertThat(last.size()).as(id).isEqualTo(request.inferenceSteps());
                assertClose(id, last.getLast(), floats(known.array("final_latents").orElseThrow()));
                assertThat(
                                TestPacks.psnr(
                                        made.plate(),
                                        folder.resolve(known.text("image").orElseThrow())))
                        .as(id)
                        .isGreaterThanOrEqualTo(LEAST_DECIBELS);
                assertRecipe(known, made);
            }
        }
    }

    private static void assertRecipe(JsonObject known, GeneratedPlate made) {
        JsonObject ids = known.object("input_ids").orElseThrow();
        assertThat(made.recipe().prompt())
                .containsExactly(whole(ids.array("prompt").orElseThrow()));
        if (made.recipe().sampling().guidanceScale() > 1) {
            assertThat(made.recipe().negative())
                    .containsExactly(whole(ids.array("negative").orElseThrow()));
        } else {
            assertThat(made.recipe().negative()).isEmpty();
        }
        assertThat(made.recipe().sampling().timesteps())
                .containsExactly(floats(known.array("timesteps").orElseThrow()));
    }

    @Test
    void aTinyStableDiffusionPackMakesThePicturesOfDiffusers() throws IOException {
        Path folder = TestPacks.KNOWN_GOOD.resolve("pipelines");
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            for (JsonObject known : cases(folder)) {
                JsonObject asked = known.object("request").orElseThrow();
                JsonObject scheduler = known.object("scheduler").orElseThrow();
                var request =
                        new PlateRequest(
                                asked.text("prompt").orElseThrow(),
                                asked.text("negative_prompt").orElse(""),
                                (int) number(asked, "num_inference_steps"),
                                number(asked, "guidance_scale"),
                                known.number("seed").orElseThrow().asLong(),
                                Optional.of(
                                        SchedulerChoice.of(
                                                scheduler.text("class_name").orElseThrow(),
                                                scheduler.object("config").orElseThrow())),
                                new Sizing.RenderSize(
                                        new PixelSize(
                                                (int) number(asked, "width"),
                                                (int) number(asked, "height")),
                                        1));
                var steps = new ArrayList<float[]>();

                GeneratedPlate made =
                        generator.generate(
                                request,
                                (step, timestep, latents) -> steps.add(latents.clone()),
                                Progress.NONE,
                                new Cancellation());

                String id = known.text("id").orElseThrow();
                List<float[]> expected =
                        known.array("latents").orElseThrow().stream()
                                .map(step ->
                                        floats(((JsonObject) step).array("values").orElseThrow()))
                                .toList();
                assertClose(id + " first", steps.get(0), expected.get(0));
                assertClose(id + " second", steps.get(1), expected.get(1));
                assertClose(id + " last", steps.getLast(), expected.get(2));
                assertThat(
                                TestPacks.psnr(
                                        made.plate(),
                                        folder.resolve(known.text("image").orElseThrow())))
                        .as(id)
                        .isGreaterThanOrEqualTo(LEAST_DECIBELS);
            }
        }
    }

    private static List<JsonObject> cases(Path folder) throws IOException {
        return PythonJson.parseObject(Files.readAllBytes(folder.resolve("cases.json")))
                .array("cases")
                .orElseThrow()
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static void assertSpread(float[] latents, JsonValue meanAndDeviation) {
        double mean = 0;
        for (float value : latents) {
            mean += value;
        }
        mean /= latents.length;
        double squares = 0;
        for (float value : latents) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / latents.length);
        List<JsonValue> expected = ((JsonArray) meanAndDeviation).elements();
        double allowed = 2e-3 * number(expected.get(1));
        assertThat(mean).isCloseTo(number(expected.get(0)), Offset.offset(allowed));
        assertThat(deviation).isCloseTo(number(expected.get(1)), Offset.offset(allowed));
    }

    /// Within 2e-3 standard deviations of the expected values, which may be the first of more.
    private static void assertClose(String what, float[] actual, float[] expected) {
        double squares = 0;
        for (float value : expected) {
            squares += value * value;
        }
        float allowed = (float) (2e-3 * Math.sqrt(squares / expected.length));
        assertThat(java.util.Arrays.copyOf(actual, expected.length))
                .as(what)
                .containsExactly(expected, Offset.offset(allowed));
    }

    private static double number(JsonObject object, String name) {
        return object.number(name).orElseThrow().asDouble();
    }

    private static double number(JsonValue value) {
        return ((JsonNumber) value).asDouble();
    }

    private static float[] floats(List<JsonValue> values) {
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) number(values.get(i));
        }
        return floats;
    }

    private static int[] whole(List<JsonValue> values) {
        return values.stream().mapToInt(value -> (int) number(value)).toArray();
    }
}
