package studio.backlot.search;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.NodeSource;

/// Summaries, lookups and tree hashes of a ledger's entries, kept beside it and made from it.
///
/// An implementation MUST hold what it answers to a size and a root that it stores with its rows in
/// one commit, MUST make itself anew when that root is not the ledger's, or when its own file is
/// missing or damaged, MUST NOT write the ledger, and MUST be safe for several threads. Answers
/// cover the entries of the last [#catchUp]. Failures are [IndexFailed].
public interface LedgerIndex extends AutoCloseable {
    /// Fewest hexadecimal digits by which an asset can be looked up.
    int SHORTEST_PREFIX = 8;

    /// Reads the entries that are new in the ledger, or all of them when the index does not agree
    /// with it. Reports the stage `index` in entries.
    CatchUp catchUp(Ledger ledger, Progress progress, Cancellation cancellation);

    /// How many entries the index knows.
    long size();

    /// Up to `limit` summaries of the entries from an index on, ascending: give the last index + 1
    /// to go on.
    List<EntrySummary> from(long index, int limit);

    /// Up to `limit` summaries of the entries before an index, newest first: give the last index to
    /// go on.
    List<EntrySummary> before(long index, int limit);

    /// The entries that name an asset whose hash begins with these (at least eight) lower-case
    /// hexadecimal digits, ascending, at most `limit`.
    List<EntrySummary> ofAsset(String hashPrefix, int limit);

    /// The entry that ended the run of this intent, if it has ended.
    Optional<Long> outcomeOf(long intent);

    /// The hashes of the ledger's tree, from tiles: an inclusion proof among a million entries
    /// reads a few dozen rows.
    NodeSource nodes();

    /// The assets among the entries, in lists.
    AssetIndex assets();

    @Override
    void close();
}
