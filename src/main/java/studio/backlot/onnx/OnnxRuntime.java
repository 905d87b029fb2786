package studio.backlot.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/// The ONNX Runtime library of this process: no telemetry, no talk on the console.
///
/// The library keeps one environment per process and never closes it; opening again gives the same
/// one.
public final class OnnxRuntime {
    private final OrtEnvironment environment;

    private OnnxRuntime(OrtEnvironment environment) {
        this.environment = environment;
    }

    /// Loads the library. Its own log is silent: every failure comes as a [ModelFailure].
    public static OnnxRuntime open() {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "backlot");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("the ONNX Runtime telemetry cannot be switched off", e);
        }
        return new OnnxRuntime(environment);
    }

    /// The library's version, such as `1.26.0`.
    public String version() {
        return environment.getVersion();
    }

    /// Where graphs are computed; recorded with every run.
    public String executionProvider() {
        return "CPUExecutionProvider";
    }

    OrtEnvironment environment() {
        return environment;
    }
}
