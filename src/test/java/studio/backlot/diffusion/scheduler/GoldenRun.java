package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// One recorded run of a diffusers scheduler over an analytic model, and the same run by ours.
record GoldenRun(String file, JsonObject recorded) {
    /// Of the largest value of a step; three times closer than we promise. Most runs keep 1e-6;
    /// Euler from σ = 4096 loses digits by cancellation, here and in PyTorch alike.
    private static final double TOLERANCE = 3e-5;

    static Stream<GoldenRun> of(String scheduler) {
        return Stream.of("schedulers.json", "scheduler-variants.json", "scheduler-algorithms.json")
                .flatMap(file ->
                        cases(file).stream()
                                .map(JsonObject.class::cast)
                                .filter(recorded ->
                                        recorded.text("scheduler").orElseThrow().equals(scheduler))
                                .map(recorded -> new GoldenRun(file, recorded)));
    }

    private static List<JsonValue> cases(String file) {
        try (var in = GoldenRun.class.getResourceAsStream("/known-good/" + file)) {
            return JsonReader.parseObject(in.readAllBytes()).array("cases").orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scheduler scheduler() {
        return Schedulers.of(
                recorded.text("scheduler").orElseThrow(),
                config(),
                (int) whole("num_inference_steps"));
    }

    JsonObject config() {
        return recorded.object("config").orElseThrow();
    }

    int begin() {
        return (int) whole("begin_index");
    }

    /// Runs every step and holds each against the record.
    void assertSame() {
        Scheduler scheduler = scheduler();
        assertClose(scheduler.timesteps(), numbers(recorded, "timesteps"), "timesteps");
        assertClose(scheduler.sigmas(), numbers(recorded, "sigmas"), "sigmas");
        assertClose(
                new float[] {scheduler.initNoiseSigma()},
                new float[] {(float) recorded.number("init_noise_sigma").orElseThrow().asDouble()},
                "init_noise_sigma");
        float[] sample = initialSample(scheduler);
        List<JsonValue> steps = recorded.array("steps").orElseThrow();
        for (int i = 0; i < steps.size(); i++) {
            var expected = (JsonObject) steps.get(i);
            int step = begin() + i;
            step(scheduler, step, sample, noiseOf(expected));
            assertClose(sample, numbers(expected, "prev_sample"), "step " + step);
        }
    }

    private float[] initialSample(Scheduler scheduler) {
        float[] initial = numbers(recorded, "initial_sample");
        if (begin() > 0) {
            float[] noisy =
                    scheduler.addNoise(
                            numbers(recorded, "clean"), numbers(recorded, "noise"), begin());
            assertClose(noisy, initial, "addNoise");
            return noisy;
        }
        return initial;
    }

    private static NoiseSource noiseOf(JsonObject step) {
        var draws = new ArrayDeque<JsonValue>(step.array("noise").orElseThrow());
        return into -> {
            float[] drawn = numbers((JsonArray) draws.remove());
            System.arraycopy(drawn, 0, into, 0, into.length);
        };
    }

    static void step(Scheduler scheduler, int step, float[] sample, NoiseSource noise) {
        var input = new float[sample.length];
        scheduler.scaleInput(sample, step, input);
        scheduler.step(analyticModel(input, scheduler.timesteps()[step]), step, sample, noise);
    }

    static float[] analyticModel(float[] x, float t) {
        var output = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            output[i] = (float) (0.6 * Math.tanh(x[i]) + 0.2 * Math.sin(0.01 * t + 0.1 * i));
        }
        return output;
    }

    private static void assertClose(float[] actual, float[] expected, String what) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) Math.abs(actual[i] - expected[i]))
                    .as("%s, value %d: %s is not %s", what, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * largest);
        }
    }

    private long whole(String name) {
        return recorded.number(name).orElseThrow().asLong();
    }

    private static float[] numbers(JsonObject object, String name) {
        return object.array(name).map(list -> numbers(new JsonArray(list))).orElse(new float[0]);
    }

    private static float[] numbers(JsonArray list) {
        var values = new float[list.elements().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((JsonNumber) list.elements().get(i)).asDouble();
        }
        return values;
    }

    @Override
    public String toString() {
        return file
                + " "
                + config()
                + " steps "
                + whole("num_inference_steps")
                + " from "
                + begin();
    }
}
