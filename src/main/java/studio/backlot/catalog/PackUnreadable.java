package studio.backlot.catalog;

import java.io.IOException;
import java.nio.file.Path;

/// A file or folder of a pack that the system does not let us read.
public final class PackUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PackUnreadable(Path file, IOException cause) {
        super(
                file
                        + " cannot be read ("
                        + cause.getClass().getSimpleName()
                        + ": "
                        + cause.getMessage()
                        + "): check that it is there and that your account may read it",
                cause);
    }
}
