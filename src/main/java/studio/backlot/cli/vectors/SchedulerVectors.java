package studio.backlot.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.diffusion.scheduler.NoiseSource;
import studio.backlot.diffusion.scheduler.Scheduler;
import studio.backlot.diffusion.scheduler.Schedulers;

/// A scheduler's steps over a fixed analytic denoiser, so that no weights are needed: `0.6 ·
/// tanh(x[i]) + 0.2 · sin(0.01 · t + 0.1 · i)`.
final class SchedulerVectors implements VectorKind {
    @Override
    public JsonObject compute(VectorCase input) {
        Scheduler scheduler =
                Schedulers.of(
                        input.text("scheduler"),
                        input.object("config"),
                        input.whole("num_inference_steps"));
        int begin = input.whole("begin_index");
        float[] sample =
                begin > 0
                        ? scheduler.addNoise(input.floats("clean"), input.floats("noise"), begin)
                        : input.floats("initial_sample");
        List<JsonValue> noise = input.members().array("noise_per_step").orElse(List.of());
        float[] timesteps = scheduler.timesteps();
        List<JsonObject> steps = new ArrayList<>();
        float[] shown = new float[sample.length];
        for (int step = begin; step < timesteps.length; step++) {
            scheduler.scaleInput(sample, step, shown);
            scheduler.step(
                    denoise(shown, timesteps[step]), step, sample, given(noise, step - begin));
            steps.add(new JsonBuilder().put("prev_sample", VectorCase.array(sample)).build());
        }
        var output = new JsonBuilder().put("timesteps", VectorCase.array(timesteps));
        if (scheduler.sigmas().length > 0) {
            output.put("sigmas", VectorCase.array(scheduler.sigmas()));
        }
        return output.put("steps", steps).build();
    }

    private static float[] denoise(float[] x, float t) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) (0.6 * Math.tanh(x[i]) + 0.2 * Math.sin(0.01 * t + 0.1 * i));
        }
        return out;
    }

    private static NoiseSource given(List<JsonValue> noisePerStep, int step) {
        List<JsonValue> draws =
                step < noisePerStep.size() && noisePerStep.get(step) instanceof JsonArray array
                        ? array.elements()
                        : List.of();
        var next = draws.iterator();
        return target -> {
            if (!next.hasNext()) {
                throw new MalformedJson(
                        "the scheduler draws noise in step " + step + ", and the case gives none");
            }
            float[] values = VectorCase.floats(next.next());
            System.arraycopy(values, 0, target, 0, target.length);
        };
    }
}
