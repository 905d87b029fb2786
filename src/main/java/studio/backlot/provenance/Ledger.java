package studio.backlot.provenance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The append-only log of one production.
///
/// An implementation MUST return from an append only when entry and head are durable together, MUST
/// sign a new head with each append, MUST keep what it has acknowledged through a crash at any
/// moment, MUST refuse to change or remove an entry, and MUST be safe for several threads (appends
/// are done one after another). Failures: [LedgerFailed] with words that say what happened and what
/// to do (full disk, locked or damaged database, read-only opening); nothing is recorded then.
public interface Ledger extends AutoCloseable {
    /// The production this ledger belongs to.
    UUID production();

    /// Appends one entry; returns it as stored, when it is durable.
    default LedgerEntry append(EntryDraft draft) {
        return appendAll(List.of(draft)).getFirst();
    }

    /// Appends entries in one transaction under one signed head: all of them or none.
    List<LedgerEntry> appendAll(List<EntryDraft> drafts);

    /// The present head.
    Head head();

    /// The entry at this index, if the ledger is that long.
    Optional<LedgerEntry> entry(long index);

    /// Up to `limit` entries from this index on, ascending.
    default List<LedgerEntry> entries(long from, int limit) {
        return stored(from, limit).stream().map(StoredEntry::entry).toList();
    }

    /// As [#entries], with the bytes that are kept.
    List<StoredEntry> stored(long from, int limit);

    /// Up to `limit` entries from this index on, ascending, that say what holds in the production:
    /// those of every event but intent, outcome and export. Takes no longer in a long ledger.
    List<LedgerEntry> registerEntries(long from, int limit);

    /// Keeps the present head as a checkpoint row and returns its note: called at each export, at
    /// closing, and by hand.
    SignedNote checkpoint();

    /// The kept checkpoints, oldest first.
    List<SignedNote> checkpoints();

    /// Keeps a checkpoint of an unsaved head, writes the anchor, and releases the database.
    @Override
    void close();
}
