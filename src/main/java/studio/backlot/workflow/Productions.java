package studio.backlot.workflow;

import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.OwnPerson;
import studio.backlot.raster.Plate;

/// Makes and opens productions on disk; the caller closes what it opens.
///
/// Refusals come as exceptions in words: no production there, an unsafe folder, a newer format,
/// another writer at work, a damaged ledger, a key that is not on this machine.
public interface Productions {
    /// Makes a production in an absent or empty folder, writes its first entry, and leaves it open
    /// for writing.
    OpenProduction create(Path folder, NewProduction details);

    /// Opens a production as its one writer and settles the runs that an earlier end left open.
    /// With the first entry that they sign, the person is enrolled by themself where nobody has
    /// yet: a producer may vouch for them later.
    OpenProduction openForWriting(Path folder, OwnPerson person);

    /// Opens a production to look at, beside a writer or without one.
    OpenProduction openForReading(Path folder);

    /// As [#openForReading], with lists of one's own that follow what the writer records.
    OpenProduction openToFollow(Path folder);

    /// Says in which folder outside checkpoints of a production are kept from its next opening on;
    /// throws [studio.backlot.production.ProductionFolderRefused] for one inside it.
    void anchorIn(OpenProduction production, Path folder);

    /// One of a production's plates at most so wide, without opening it: to show it from outside.
    /// Nothing where the file is not there or is damaged.
    Optional<Plate> picture(Path folder, ContentHash asset, int width);

    /// Whether there is a production in this folder, in whatever state.
    boolean isProduction(Path folder);
}
