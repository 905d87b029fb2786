package studio.backlot.onnx;

import java.nio.file.Path;

/// A graph that was loaded but failed while it ran.
public final class ModelRunFailed extends ModelFailure {
    private static final long serialVersionUID = 1;

    ModelRunFailed(Path file, String why, Throwable cause) {
        super(file, name(file) + " failed while running: " + why, cause);
    }
}
