package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Path;

/// A file could not be written where a person wanted it; the plate itself is safe in the production.
public final class ExportFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExportFailed(Path file, IOException cause) {
        super("could not write " + file + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                + "); the plate is kept in the production: export it to another place", cause);
    }
}
