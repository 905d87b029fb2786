package studio.backlot.catalog;

import java.nio.file.Path;

/// A model file was changed or replaced between the moment it was hashed and the moment it was
/// loaded.
public final class PackFileChanged extends RuntimeException {
    private static final long serialVersionUID = 1;

    PackFileChanged(Path file) {
        super(
                file
                        + " was changed while it was being loaded, so what was loaded is not what was hashed:"
                        + " leave the pack alone during a run and start again");
    }
}
