package studio.backlot.diffusion.onnx;

import java.nio.file.Path;

/// A configuration file of a pack that is missing, is no JSON, or says something that cannot be.
public final class PackConfigBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PackConfigBroken(Path file, String why) {
        super(
                file
                        + ": "
                        + why
                        + "; check the pack with `backlot packs check` and copy or download it again");
    }
}
