package studio.backlot.provenance;

import java.util.List;

/// The payload store as its rows lie in the database, read for verification and never written.
///
/// The same contract as [RawLedger]: one snapshot, stored bytes, no repair, [LedgerFailed] for what
/// cannot be read.
public interface RawPayloads extends AutoCloseable {
    /// May be called beside another method. What is wrong with the database itself.
    List<ValidationStatus> structure();

    /// The next rows whose id is at least `from`, ascending; none at the end.
    List<RawPayload> payloads(long from);

    @Override
    void close();
}
