package studio.backlot.onnx;

import java.nio.file.Path;

/// A graph with an operator or operator version that the runtime of this machine has not.
public final class OperatorUnsupported extends ModelFailure {
    private static final long serialVersionUID = 1;

    OperatorUnsupported(Path file, String why, Throwable cause) {
        super(
                file,
                name(file)
                        + " needs an operator that this runtime has not ("
                        + why
                        + "): use an export of the model for the CPU with standard ONNX operators",
                cause);
    }
}
