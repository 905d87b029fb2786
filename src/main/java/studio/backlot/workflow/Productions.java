package studio.backlot.workflow;

import java.nio.file.Path;
import studio.backlot.provenance.Maker;

/// Makes and opens productions on disk; the caller closes what it opens.
///
/// Refusals come as exceptions in words: no production there, an unsafe folder, a newer format,
/// another writer at work, a damaged ledger, a key that is not on this machine.
public interface Productions {
    /// Makes a production in an absent or empty folder, writes its first entry, and leaves it open
    /// for writing.
    OpenProduction create(Path folder, NewProduction details);

    /// Opens a production as its one writer and settles the runs that an earlier end left open.
    OpenProduction openForWriting(Path folder, Maker person);

    /// Opens a production to look at, beside a writer or without one.
    OpenProduction openForReading(Path folder);

    /// Whether there is a production in this folder, in whatever state.
    boolean isProduction(Path folder);
}
