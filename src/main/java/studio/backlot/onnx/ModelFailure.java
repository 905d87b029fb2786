package studio.backlot.onnx;

import java.nio.file.Path;

/// A model file that cannot do its work; the message names the file, the cause and the remedy.
public abstract sealed class ModelFailure extends RuntimeException
        permits ModelFileMissing,
                ModelFileBroken,
                ExternalWeightsMissing,
                OperatorUnsupported,
                TensorMismatch,
                ModelRunFailed {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    ModelFailure(Path file, String message) {
        super(message);
        this.file = file;
    }

    ModelFailure(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /// The model file it is about.
    public Path file() {
        return file;
    }

    /// The file as a person knows it: its folder and name.
    static String name(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null || parent.getFileName() == null
                ? file.toString()
                : parent.getFileName() + "/" + file.getFileName();
    }
}
