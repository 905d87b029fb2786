package studio.backlot.onnx;

import java.nio.file.Path;

/// There is no model file where the pack needs one.
public final class ModelFileMissing extends ModelFailure {
    private static final long serialVersionUID = 1;

    public ModelFileMissing(Path file) {
        super(
                file,
                name(file)
                        + " is missing: expected at "
                        + file
                        + "; copy or download the pack again");
    }
}
