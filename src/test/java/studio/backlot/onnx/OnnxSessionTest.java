package studio.backlot.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;

class OnnxSessionTest {
    private static final Path GRAPHS = Path.of("src/test/resources/tiny-models/graphs");
    private final OnnxRuntime runtime = OnnxRuntime.open();

    @Test
    void namesTypesAndShapesComeFromTheGraph() {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("types.onnx"))) {
            assertThat(session.inputs().stream().map(TensorSpec::toString))
                    .containsExactly(
                            "half float16 [?]",
                            "single float [?]",
                            "double double [?]",
                            "int int32 [?]",
                            "long int64 [?]");
            assertThat(session.requireOutput("total_half").type()).isEqualTo(ElementType.FLOAT16);
        }
    }

    @Test
    void everyElementTypeIsFilledAsTheGraphDeclaresIt() {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("types.onnx"));
                var half = TensorBuffer.of(runtime, ElementType.FLOAT16, 2);
                var single = TensorBuffer.of(runtime, ElementType.FLOAT, 2);
                var twice = TensorBuffer.of(runtime, ElementType.DOUBLE, 2);
                var whole = TensorBuffer.of(runtime, ElementType.INT32, 2);
                var wide = TensorBuffer.of(runtime, ElementType.INT64, 2)) {
            half.put(0, new float[] {0.5f, -0.25f});
            single.put(0, new float[] {1.25f, 2});
            twice.fill(0.125);
            whole.put(0, new int[] {3, -4});
            wide.fill(749.75);
            var arguments =
                    Map.of(
                            "half", half, "single", single, "double", twice, "int", whole, "long",
                            wide);

            TensorValues total = session.run(arguments, "total", new Cancellation());
            TensorValues rounded = session.run(arguments, "total_half", new Cancellation());

            assertThat(total.values()).containsExactly(753.875f, 746.875f);
            assertThat(total.shape()).containsExactly(2);
            assertThat(rounded.values()).containsExactly(754, 747);
        }
    }

    @Test
    void resultsAreWrittenIntoTheSameBufferRunAfterRun() {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("slow.onnx"));
                var x = TensorBuffer.of(runtime, ElementType.FLOAT, 1, 1);
                var y = TensorBuffer.of(runtime, ElementType.FLOAT, 1, 1)) {
            var read = new float[1];
            for (float value : new float[] {1, 0}) {
                x.fill(value);
                session.runInto(Map.of("x", x), Map.of("y", y), new Cancellation());
                y.get(0, read);
                assertThat(read[0]).isEqualTo(value);
            }
        }
    }

    @Test
    void cancellingEndsARunInTheMiddle() throws InterruptedException {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("slow.onnx"));
                var x = TensorBuffer.of(runtime, ElementType.FLOAT, 700, 700);
                var y = TensorBuffer.of(runtime, ElementType.FLOAT, 700, 700)) {
            var cancellation = new Cancellation();
            var thrown = new AtomicReference<RuntimeException>();
            var worker =
                    new Thread(() -> {
                        try {
                            session.runInto(Map.of("x", x), Map.of("y", y), cancellation);
                        } catch (RuntimeException e) {
                            thrown.set(e);
                        }
                    });
            worker.start();
            while (Arrays.stream(worker.getStackTrace())
                    .noneMatch(frame ->
                            frame.isNativeMethod()
                                    && frame.getClassName().contains("OrtSession"))) {
                assertThat(worker.isAlive()).as("the run is still going on").isTrue();
                Thread.onSpinWait();
            }
            cancellation.cancel();
            worker.join();
            assertThat(thrown.get()).isInstanceOf(Cancelled.class);
        }
    }

    @Test
    void aLatchThatFallsAfterTheRunTouchesNothing() {
        var cancellation = new Cancellation();
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("slow.onnx"));
                var x = TensorBuffer.of(runtime, ElementType.FLOAT, 1, 1)) {
            session.run(Map.of("x", x), "y", cancellation);
            cancellation.cancel();
            assertThatThrownBy(() -> session.run(Map.of("x", x), "y", cancellation))
                    .isInstanceOf(Cancelled.class);
            assertThat(session.run(Map.of("x", x), "y", new Cancellation()).values())
                    .containsExactly(0);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = GRAPHS.resolve("absent.onnx");
        assertThatThrownBy(() -> OnnxSession.open(runtime, file))
                .isInstanceOf(ModelFileMissing.class)
                .hasMessageContaining("graphs/absent.onnx is missing");
    }

    @Test
    void aTruncatedEmptyOrForeignFileIsNoGraph(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(GRAPHS.resolve("types.onnx"));
        Path file = folder.resolve("model.onnx");
        for (byte[] bytes :
                new byte[][] {
                    Arrays.copyOf(whole, whole.length / 2),
                    Arrays.copyOf(whole, whole.length - 1),
                    new byte[0],
                    "<!DOCTYPE html><html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                }) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> OnnxSession.open(runtime, file))
                    .isInstanceOf(ModelFileBroken.class)
                    .hasMessageContaining("/model.onnx is truncated or no ONNX graph");
        }
    }

    @Test
    void missingExternalWeightsAreNamed() {
        assertThatThrownBy(() -> OnnxSession.open(runtime, GRAPHS.resolve("external-weights.onnx")))
                .isInstanceOf(ExternalWeightsMissing.class)
                .hasMessageContaining("weights.pb");
    }

    @Test
    void anUnknownOperatorIsNamed() {
        assertThatThrownBy(() -> OnnxSession.open(runtime, GRAPHS.resolve("unknown-operator.onnx")))
                .isInstanceOf(OperatorUnsupported.class)
                .hasMessageContaining("NhwcConvOfTomorrow");
    }

    @Test
    void anArgumentOfAnotherTypeIsAMismatch() {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("slow.onnx"));
                var x = TensorBuffer.of(runtime, ElementType.INT64, 2, 2)) {
            assertThatThrownBy(() -> session.run(Map.of("x", x), "y", new Cancellation()))
                    .isInstanceOf(TensorMismatch.class)
                    .hasMessageContaining("graphs/slow.onnx");
        }
    }

    @Test
    void anAbsentInputIsNamedWithWhatThereIs() {
        try (var session = OnnxSession.open(runtime, GRAPHS.resolve("slow.onnx"))) {
            assertThatThrownBy(() -> session.requireInput("sample"))
                    .isInstanceOf(TensorMismatch.class)
                    .hasMessageContaining("has no input \"sample\", only [x float [?, ?]]");
        }
    }
}
