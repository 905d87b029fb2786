package studio.backlot.onnx;

import java.nio.file.Path;

/// A graph whose inputs or outputs are not those that its role needs: a missing name, another
/// element type or rank.
public final class TensorMismatch extends ModelFailure {
    private static final long serialVersionUID = 1;

    public TensorMismatch(Path file, String what) {
        super(
                file,
                name(file)
                        + ": "
                        + what
                        + "; the file may be swapped with another or exported for another tool");
    }
}
