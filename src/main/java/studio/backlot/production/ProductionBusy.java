package studio.backlot.production;

import java.nio.file.Path;
import java.util.Optional;

/// Another program, or another window of this one, is writing in the production.
public final class ProductionBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Writer> writer;

    /// `writer` is empty when the lock is held but does not say by whom.
    public ProductionBusy(Path root, Optional<Writer> writer) {
        super(
                "the production "
                        + root
                        + " is open for writing "
                        + writer.map(Writer::inWords).orElse("in another program")
                        + ": close it there, or open it read-only");
        this.writer = writer;
    }

    /// Who writes, as far as it is known.
    public Optional<Writer> writer() {
        return writer;
    }
}
