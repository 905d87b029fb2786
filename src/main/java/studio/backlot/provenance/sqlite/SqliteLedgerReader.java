package studio.backlot.provenance.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.StoredEntry;
import studio.backlot.sqlite.SqlTask;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;

/// A [SqliteLedger]'s file opened for reading: each call sees the newest commit of whoever writes
/// it.
final class SqliteLedgerReader implements Ledger {
    private final SqliteDatabase database;
    private final UUID production;

    SqliteLedgerReader(SqliteDatabase database, UUID production) {
        this.database = database;
        this.production = production;
    }

    @Override
    public UUID production() {
        return production;
    }

    @Override
    public List<LedgerEntry> appendAll(List<EntryDraft> drafts) {
        throw readOnly();
    }

    @Override
    public Head head() {
        return read(statements -> LedgerRows.head(statements).consistent(production));
    }

    @Override
    public Optional<LedgerEntry> entry(long index) {
        return index < 0
                ? Optional.empty()
                : read(statements -> LedgerRows.entry(statements, index));
    }

    @Override
    public List<StoredEntry> stored(long from, int limit) {
        return LedgerRows.stored(
                from, read(statements -> LedgerRows.bodies(statements, from, limit)));
    }

    @Override
    public List<LedgerEntry> registerEntries(long from, int limit) {
        return read(statements -> LedgerRows.registerEntries(statements, from, limit));
    }

    @Override
    public SignedNote checkpoint() {
        throw readOnly();
    }

    @Override
    public List<SignedNote> checkpoints() {
        return read(LedgerRows::checkpoints);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T read(SqlTask<T> task) {
        try {
            return database.read(task);
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static LedgerFailed readOnly() {
        return new LedgerFailed(
                "This ledger is open for reading only, because another program writes it or the folder is read-only. "
                        + "Nothing was recorded; close the other program, or check the folder's permissions.");
    }
}
