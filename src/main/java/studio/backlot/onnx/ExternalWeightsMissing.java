package studio.backlot.onnx;

import java.nio.file.Path;

/// A graph whose weights lie in a second file that is missing, too short or outside the pack.
public final class ExternalWeightsMissing extends ModelFailure {
    private static final long serialVersionUID = 1;

    ExternalWeightsMissing(Path file, String why, Throwable cause) {
        super(
                file,
                name(file)
                        + " keeps its weights in a second file that cannot be read ("
                        + why
                        + "): copy the whole folder of the pack, not the .onnx file alone",
                cause);
    }
}
