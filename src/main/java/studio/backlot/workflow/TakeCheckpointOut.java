package studio.backlot.workflow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.provenance.SignedNote;

/// Keeps the present head of a ledger as a checkpoint, and gives its note to take outside.
public final class TakeCheckpointOut {
    private final OpenProduction production;

    public TakeCheckpointOut(OpenProduction production) {
        this.production = production;
    }

    /// The signed note, kept in the ledger and, where a file is named, written to it. Throws
    /// [ExportFailed] where it cannot be written.
    public SignedNote run(Optional<Path> file) {
        SignedNote note = production.ledger().checkpoint();
        file.ifPresent(
                path -> KeepFile.write(path, note.format().getBytes(StandardCharsets.UTF_8)));
        return note;
    }
}
