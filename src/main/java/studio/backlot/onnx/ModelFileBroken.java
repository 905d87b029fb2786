package studio.backlot.onnx;

import java.nio.file.Path;

/// A model file that is there but is no whole ONNX graph: truncated, empty, or something else under
/// that name.
public final class ModelFileBroken extends ModelFailure {
    private static final long serialVersionUID = 1;

    ModelFileBroken(Path file, String why) {
        super(file, message(file, why));
    }

    ModelFileBroken(Path file, String why, Throwable cause) {
        super(file, message(file, why), cause);
    }

    private static String message(Path file, String why) {
        return name(file)
                + " is truncated or no ONNX graph ("
                + why
                + "): check it with `backlot packs check`"
                + " and copy or download the pack again";
    }
}
