package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Path;

/// A file could not be written where a person wanted it; what was to be written is safe in the
/// production.
public final class ExportFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExportFailed(Path file, IOException cause) {
        super(
                "could not write "
                        + file
                        + " ("
                        + cause.getClass().getSimpleName()
                        + ": "
                        + cause.getMessage()
                        + "); nothing in the production is lost: write it to another place",
                cause);
    }

    /// Before any work was done; `reason` says what is in the way and what to do.
    public ExportFailed(Path file, String reason) {
        super("cannot write " + file + ": " + reason);
    }
}
