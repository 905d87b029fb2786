package studio.backlot.asset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;

/// Immutable files named by the hash of their content.
///
/// An implementation MUST be durable when `put` returns (temporary file, fsync, atomic rename,
/// fsync of the folder), MUST leave either the whole file or none under its name whatever happens,
/// and MUST be safe for several threads. A full disk or an unwritable folder is an
/// [AssetStoreFailed] whose message says what to do.
public interface AssetStore {
    /// Keeps these bytes and returns their name; bytes already kept are not written again.
    ContentHash put(byte[] content);

    /// Takes in many files, none of which is an asset before all of them are; the caller closes it.
    /// `background` makes them durable beside the taking.
    AssetIntake intake(Executor background);

    /// The kept bytes, whose hash has been checked. Throws [AssetMissing], or [AssetDamaged] when
    /// the hash differs.
    byte[] read(ContentHash hash);

    /// Where the file of that name lies, if it is there; its bytes have not been checked.
    Optional<Path> locate(ContentHash hash);

    /// Deletes a file for good; does nothing when there is none. Durable on return.
    void delete(ContentHash hash);

    /// The names of all files that are there, in no order; close the stream.
    Stream<ContentHash> list();
}
