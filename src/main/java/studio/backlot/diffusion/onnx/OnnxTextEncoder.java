package studio.backlot.diffusion.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.backlot.base.Cancellation;
import studio.backlot.diffusion.TextEncoder;
import studio.backlot.diffusion.TextStates;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.OnnxSession;
import studio.backlot.onnx.Owned;
import studio.backlot.onnx.TensorBuffer;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.onnx.TensorSpec;
import studio.backlot.onnx.TensorValues;

/// A text encoder graph: `input_ids` in, `last_hidden_state` (or its only output of rank 3) out.
final class OnnxTextEncoder implements TextEncoder, AutoCloseable {
    private static final String INPUT = "input_ids";

    private final OnnxRuntime runtime;
    private final OnnxSession session;
    private final TensorSpec input;
    private final String output;

    private OnnxTextEncoder(OnnxRuntime runtime, OnnxSession session) {
        this.runtime = runtime;
        this.session = session;
        this.input = session.requireInput(INPUT);
        this.output =
                session.outputs().stream()
                        .filter(spec -> spec.name().equals("last_hidden_state"))
                        .findFirst()
                        .or(() ->
                                session.outputs().stream()
                                        .filter(spec -> spec.rank() == 3)
                                        .findFirst())
                        .map(TensorSpec::name)
                        .orElseThrow(() ->
                                new TensorMismatch(
                                        session.file(),
                                        "has no output \"last_hidden_state\", only "
                                                + session.outputs()));
        if (!input.type().isWhole() || input.rank() != 2) {
            throw new TensorMismatch(
                    session.file(), "takes " + input + " instead of whole numbers of rank 2");
        }
        if (session.inputs().size() > 1) {
            throw new TensorMismatch(
                    session.file(), "wants more than token ids: " + session.inputs());
        }
    }

    static OnnxTextEncoder open(OnnxRuntime runtime, Path file) {
        return Owned.by(
                OnnxSession.open(runtime, file), session -> new OnnxTextEncoder(runtime, session));
    }

    @Override
    public TextStates encode(List<int[]> tokenIds, Cancellation cancellation) {
        int tokens = tokenIds.getFirst().length;
        if (input.dimension(1) > 0 && input.dimension(1) != tokens) {
            throw new TensorMismatch(
                    session.file(),
                    "takes " + input.dimension(1) + " tokens, but the tokenizer gives " + tokens);
        }
        int batch = input.dimension(0) > 0 ? (int) input.dimension(0) : tokenIds.size();
        if (tokenIds.size() % batch != 0) {
            throw new TensorMismatch(session.file(), "takes " + batch + " prompts at once");
        }
        float[] states = {};
        int width = 0;
        try (var ids = TensorBuffer.of(runtime, input.type(), batch, tokens)) {
            for (int first = 0; first < tokenIds.size(); first += batch) {
                for (int i = 0; i < batch; i++) {
                    ids.put(i * tokens, tokenIds.get(first + i));
                }
                TensorValues values = session.run(Map.of(INPUT, ids), output, cancellation);
                width = widthOf(values, batch, tokens);
                if (states.length == 0) {
                    states =
                            batch == tokenIds.size()
                                    ? values.values()
                                    : new float[tokenIds.size() * tokens * width];
                }
                System.arraycopy(
                        values.values(), 0, states, first * tokens * width, batch * tokens * width);
            }
        }
        return new TextStates(states, tokenIds.size(), tokens, width);
    }

    private int widthOf(TensorValues values, int batch, int tokens) {
        long[] shape = values.shape();
        if (shape.length != 3 || shape[0] != batch || shape[1] != tokens) {
            throw new TensorMismatch(
                    session.file(),
                    "gave out a tensor of shape "
                            + java.util.Arrays.toString(shape)
                            + " for "
                            + batch
                            + " prompts of "
                            + tokens
                            + " tokens");
        }
        return (int) shape[2];
    }

    @Override
    public void close() {
        session.close();
    }
}
