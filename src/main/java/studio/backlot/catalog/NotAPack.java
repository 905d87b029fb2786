package studio.backlot.catalog;

import java.nio.file.Path;

/// A folder that was given as a model pack and is none; the message says what a pack would hold.
public final class NotAPack extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAPack(Path folder, String why) {
        super(
                folder
                        + " is no model pack: "
                        + why
                        + ". A pack is a folder with model_index.json (pictures), or with a model.onnx");
    }
}
