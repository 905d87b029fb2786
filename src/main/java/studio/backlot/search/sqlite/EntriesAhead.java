package studio.backlot.search.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.backlot.base.Beside;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.StoredEntry;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.EntrySummary;

/// Reads the entries that an index lacks, each batch while the one before is being written: at most
/// two are in memory.
///
/// Closing waits for the read under way, so that the ledger may then be closed.
final class EntriesAhead implements AutoCloseable {
    private static final int BATCH = 4_096;

    private final Ledger ledger;
    private final Executor beside;
    private final long to;
    private final OpenIntents intents;
    private long from;
    private Beside<List<NewEntry>> reading;

    /// Starts reading the entries from `from` to `to − 1`.
    EntriesAhead(Ledger ledger, Executor beside, long from, long to) {
        this.ledger = ledger;
        this.beside = beside;
        this.from = from;
        this.to = to;
        this.intents = new OpenIntents(ledger);
        this.reading = start();
    }

    private Beside<List<NewEntry>> start() {
        long first = from;
        int count = (int) Math.min(BATCH, to - first);
        return Beside.start(beside, () -> read(first, count));
    }

    private List<NewEntry> read(long first, int count) {
        List<NewEntry> entries = new ArrayList<>(count);
        for (StoredEntry stored : ledger.stored(first, count)) {
            LedgerEntry entry = stored.entry();
            entries.add(
                    new NewEntry(
                            MerkleTree.leafHash(stored.body()),
                            EntrySummary.of(entry),
                            entry.event() == EventType.OUTCOME
                                    ? AssetFacts.intentOf(entry)
                                    : Optional.empty(),
                            intents.take(entry)));
        }
        return entries;
    }

    /// The next entries; none at the end, or where the ledger is shorter than it was said to be.
    /// Throws what reading them threw.
    List<NewEntry> next() {
        List<NewEntry> entries = reading.result();
        from += entries.size();
        reading = start();
        return entries;
    }

    @Override
    public void close() {
        reading.settle();
    }
}
