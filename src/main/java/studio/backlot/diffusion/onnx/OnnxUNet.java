package studio.backlot.diffusion.onnx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import studio.backlot.base.Cancellation;
import studio.backlot.diffusion.Denoiser;
import studio.backlot.diffusion.LatentShape;
import studio.backlot.diffusion.PackUnsupported;
import studio.backlot.diffusion.TextStates;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.OnnxSession;
import studio.backlot.onnx.Owned;
import studio.backlot.onnx.TensorBuffer;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.onnx.TensorSpec;

/// A UNet graph: `sample`, `timestep` and `encoder_hidden_states` in, one tensor like the sample
/// out.
final class OnnxUNet implements Denoiser, AutoCloseable {
    private static final String SAMPLE = "sample";
    private static final String TIMESTEP = "timestep";
    private static final String TEXT = "encoder_hidden_states";

    private static final Set<String> KNOWN_INPUTS = Set.of(SAMPLE, TIMESTEP, TEXT);

    private final OnnxRuntime runtime;
    private final OnnxSession session;
    private final TensorSpec sample;
    private final TensorSpec timestep;
    private final TensorSpec text;
    private final TensorSpec output;

    private OnnxUNet(OnnxRuntime runtime, OnnxSession session, int latentChannels) {
        this.runtime = runtime;
        this.session = session;
        this.sample = session.requireInput(SAMPLE);
        this.timestep = session.requireInput(TIMESTEP);
        this.text = session.requireInput(TEXT);
        this.output = session.outputs().getFirst();
        requireSupported(latentChannels);
    }

    private void requireSupported(int latentChannels) {
        for (TensorSpec input : session.inputs()) {
            if (!KNOWN_INPUTS.contains(input.name())) {
                throw new PackUnsupported(
                        "the UNet of this pack wants \""
                                + input.name()
                                + "\" as well ("
                                + session.file()
                                + "), which this build cannot give: choose another pack");
            }
        }
        if (!sample.type().isFloating()
                || sample.rank() != 4
                || sample.dimension(1) != latentChannels) {
            throw new TensorMismatch(
                    session.file(),
                    "takes "
                            + sample
                            + " instead of a picture of "
                            + latentChannels
                            + " latent channels");
        }
        if (!text.type().isFloating() || text.rank() != 3) {
            throw new TensorMismatch(
                    session.file(), "takes " + text + " instead of text states of rank 3");
        }
        if (!(timestep.type().isFloating() || timestep.type().isWhole()) || timestep.rank() > 1) {
            throw new TensorMismatch(
                    session.file(), "takes " + timestep + " instead of one number");
        }
        if (!output.type().isFloating() || session.outputs().size() != 1) {
            throw new TensorMismatch(
                    session.file(),
                    "gives out " + session.outputs() + " instead of one prediction");
        }
    }

    static OnnxUNet open(OnnxRuntime runtime, Path file, int latentChannels) {
        return Owned.by(
                OnnxSession.open(runtime, file),
                session -> new OnnxUNet(runtime, session, latentChannels));
    }

    /// Element type of the sample, for the recipe.
    String precision() {
        return sample.type().word();
    }

    @Override
    public Denoising begin(TextStates states, LatentShape shape) {
        if (text.dimension(2) > 0 && text.dimension(2) != states.width()) {
            throw new TensorMismatch(
                    session.file(),
                    "takes text states of width "
                            + text.dimension(2)
                            + ", but the text encoder gives "
                            + states.width());
        }
        requireSide(sample.dimension(2), shape.height(), "high");
        requireSide(sample.dimension(3), shape.width(), "wide");
        return new Job(states, shape);
    }

    private void requireSide(long declared, int wanted, String direction) {
        if (declared > 0 && declared != wanted) {
            throw new TensorMismatch(
                    session.file(),
                    "was exported for latents "
                            + declared
                            + " "
                            + direction
                            + " only, not "
                            + wanted);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /// The buffers of one job, filled anew at each step.
    private final class Job implements Denoising {
        private final TextStates states;
        private final int batch;
        private final TensorBuffer samples;
        private final TensorBuffer time;
        private final TensorBuffer texts;
        private final TensorBuffer predictions;
        private final Map<String, TensorBuffer> arguments;
        private final Map<String, TensorBuffer> results;
        private final float[] part;

        Job(TextStates states, LatentShape shape) {
            this.states = states;
            // a graph with a fixed batch of 1 runs once per prompt
            this.batch = sample.dimension(0) == 1 ? 1 : states.prompts();
            long[] dimensions = {batch, shape.channels(), shape.height(), shape.width()};
            samples = TensorBuffer.of(runtime, sample.type(), dimensions);
            predictions = TensorBuffer.of(runtime, output.type(), dimensions);
            time =
                    timestep.rank() == 0
                            ? TensorBuffer.of(runtime, timestep.type())
                            : TensorBuffer.of(
                                    runtime, timestep.type(), Math.max(1, timestep.dimension(0)));
            texts = TensorBuffer.of(runtime, text.type(), batch, states.tokens(), states.width());
            texts.put(0, batch == states.prompts() ? states.values() : textOf(0));
            arguments = Map.of(SAMPLE, samples, TIMESTEP, time, TEXT, texts);
            results = Map.of(output.name(), predictions);
            part = new float[batch * shape.count()];
        }

        private float[] textOf(int prompt) {
            int length = states.tokens() * states.width();
            return java.util.Arrays.copyOfRange(
                    states.values(), prompt * length, (prompt + 1) * length);
        }

        @Override
        public void predict(float[] latents, float step, float[] into, Cancellation cancellation) {
            time.fill(step);
            for (int i = 0; i < batch; i++) {
                samples.put(i * latents.length, latents);
            }
            if (batch == states.prompts()) {
                session.runInto(arguments, results, cancellation);
                predictions.get(0, into);
                return;
            }
            for (int prompt = 0; prompt < states.prompts(); prompt++) {
                texts.put(0, textOf(prompt));
                session.runInto(arguments, results, cancellation);
                predictions.get(0, part);
                System.arraycopy(part, 0, into, prompt * latents.length, latents.length);
            }
        }

        @Override
        public void close() {
            samples.close();
            time.close();
            texts.close();
            predictions.close();
        }
    }
}
