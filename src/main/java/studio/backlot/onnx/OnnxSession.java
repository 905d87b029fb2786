package studio.backlot.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.WindowThread;

/// One loaded graph: what it takes, what it gives, and a way to run it that can be stopped in the
/// middle.
///
/// Deterministic computation is on; threads and graph optimisation are the library's defaults. One
/// run at a time.
public final class OnnxSession implements AutoCloseable {
    private final Path file;
    private final OrtSession session;
    private final List<TensorSpec> inputs;
    private final List<TensorSpec> outputs;

    private OnnxSession(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.inputs = specs(session.getInputInfo());
        this.outputs = specs(session.getOutputInfo());
    }

    /// Loads a graph by path, so that weights beside it are found. Throws a [ModelFailure] that
    /// says what is wrong.
    public static OnnxSession open(OnnxRuntime runtime, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelFileMissing(file);
        }
        try (var options = new OrtSession.SessionOptions()) {
            options.setDeterministicCompute(true);
            OrtSession session = runtime.environment().createSession(file.toString(), options);
            try {
                return new OnnxSession(file, session);
            } catch (OrtException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw LibraryErrors.whileOpening(file, e);
        }
    }

    private static List<TensorSpec> specs(Map<String, NodeInfo> declared) {
        var specs = new ArrayList<TensorSpec>();
        for (NodeInfo node : declared.values()) {
            if (node.getInfo() instanceof TensorInfo info) {
                specs.add(new TensorSpec(node.getName(), ElementType.of(info), info.getShape()));
            } else {
                specs.add(new TensorSpec(node.getName(), ElementType.OTHER, new long[0]));
            }
        }
        return List.copyOf(specs);
    }

    /// The file it was loaded from.
    public Path file() {
        return file;
    }

    public List<TensorSpec> inputs() {
        return inputs;
    }

    public List<TensorSpec> outputs() {
        return outputs;
    }

    /// The input of that name, if the graph has one.
    public Optional<TensorSpec> input(String name) {
        return inputs.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    /// The input of that name; throws [TensorMismatch] naming what the graph has instead.
    public TensorSpec requireInput(String name) {
        return input(name)
                .orElseThrow(() ->
                        new TensorMismatch(file, "has no input \"" + name + "\", only " + inputs));
    }

    /// The output of that name; throws [TensorMismatch] naming what the graph has instead.
    public TensorSpec requireOutput(String name) {
        return outputs.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TensorMismatch(
                                file, "has no output \"" + name + "\", only " + outputs));
    }

    /// Runs the graph into buffers that are already there: no output is allocated. Every buffer
    /// must have the shape that the run gives out. Throws [Cancelled] soon after the latch falls,
    /// also in the middle of the run.
    public void runInto(
            Map<String, TensorBuffer> arguments,
            Map<String, TensorBuffer> results,
            Cancellation cancellation) {
        WindowThread.refuse("a model ran");
        cancellation.throwIfCancelled();
        try (var stop = new RunStop();
                var _ = cancellation.onCancel(stop::stop)) {
            session.run(tensors(arguments), Set.of(), tensors(results), stop.options()).close();
        } catch (OrtException e) {
            throw failed(e, cancellation);
        }
    }

    /// Runs the graph and gives out one result as floats. Throws [Cancelled] soon after the latch
    /// falls.
    public TensorValues run(
            Map<String, TensorBuffer> arguments, String result, Cancellation cancellation) {
        WindowThread.refuse("a model ran");
        cancellation.throwIfCancelled();
        try (var stop = new RunStop();
                var _ = cancellation.onCancel(stop::stop);
                OrtSession.Result results =
                        session.run(tensors(arguments), Set.of(result), stop.options())) {
            var tensor = (OnnxTensor) results.get(0);
            FloatBuffer values = tensor.getFloatBuffer();
            if (values == null) {
                throw new TensorMismatch(
                        file, "output \"" + result + "\" holds no floating-point numbers");
            }
            var copy = new float[values.remaining()];
            values.get(0, copy);
            return new TensorValues(copy, tensor.getInfo().getShape());
        } catch (OrtException e) {
            throw failed(e, cancellation);
        }
    }

    private static Map<String, OnnxTensor> tensors(Map<String, TensorBuffer> buffers) {
        var tensors = new LinkedHashMap<String, OnnxTensor>();
        buffers.forEach((name, buffer) -> tensors.put(name, buffer.tensor()));
        return tensors;
    }

    private RuntimeException failed(OrtException e, Cancellation cancellation) {
        return cancellation.isCancelled() ? new Cancelled() : LibraryErrors.whileRunning(file, e);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the session of " + file + " cannot be closed", e);
        }
    }

    /// The terminate flag of one run; a latch that falls after the run touches nothing.
    private static final class RunStop implements AutoCloseable {
        private final OrtSession.RunOptions options;
        private boolean isOver;

        RunStop() throws OrtException {
            options = new OrtSession.RunOptions();
        }

        OrtSession.RunOptions options() {
            return options;
        }

        synchronized void stop() {
            if (isOver) {
                return;
            }
            try {
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("a run cannot be stopped", e);
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            options.close();
        }
    }
}
