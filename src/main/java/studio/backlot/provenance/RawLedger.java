package studio.backlot.provenance;

import java.util.List;

/// A ledger as its rows lie in the database, read for verification and never written.
///
/// An implementation MUST give one consistent snapshot for as long as it is open, also while a
/// writer is active, MUST give the stored bytes untouched, and MUST NOT repair. Each method may be
/// called on another thread than the last, never two at once. A part that cannot be read is a
/// [LedgerFailed] with words that say why.
public interface RawLedger extends AutoCloseable {
    /// Bytes of the largest entry that is looked at.
    int LARGEST_ENTRY = 16 << 20;

    /// May be called beside another method. What is wrong with the database itself: its
    /// identification, version, tables, triggers and integrity.
    List<ValidationStatus> structure();

    /// All rows of the head table: one, when nothing is wrong.
    List<RawHead> heads();

    /// The checkpoint rows in ascending order of size.
    List<RawCheckpoint> checkpoints();

    /// The next rows whose index is at least `from`, ascending, as many as the implementation finds
    /// handy; none at the end.
    List<RawEntry> entries(long from);

    @Override
    void close();
}
