package studio.backlot.provenance.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.RawEntry;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.StoredEntry;
import studio.backlot.sqlite.Statements;

/// The SQL of a ledger's tables; every method runs inside a transaction of its caller.
final class LedgerRows {
    private LedgerRows() {}

    /// The head as stored; throws [LedgerFailed] when there is none.
    static HeadRow head(Statements statements) throws SQLException {
        try (ResultSet row =
                statements
                        .prepare("SELECT size, root, frontier, note FROM head WHERE id = 0")
                        .executeQuery()) {
            if (!row.next()) {
                throw new LedgerFailed(
                        "The ledger is damaged: its head is missing. Put back a copy that you trust.");
            }
            return new HeadRow(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getString(4));
        }
    }

    static void insertHead(Statements statements, Head head) throws SQLException {
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO head(size, root, frontier, note, id) VALUES(?, ?, ?, ?, 0)");
        bind(insert, head);
        insert.executeUpdate();
    }

    /// Puts the new head in place of the old one; answers whether the old one was still there.
    static boolean replaceHead(Statements statements, Head before, Head after) throws SQLException {
        PreparedStatement update =
                statements.prepare(
                        "UPDATE head SET size = ?, root = ?, frontier = ?, note = ? WHERE id = 0 AND size = ? AND root = ?");
        bind(update, after);
        update.setLong(5, before.checkpoint().size());
        update.setBytes(6, before.checkpoint().root().bytes());
        return update.executeUpdate() == 1;
    }

    private static void bind(PreparedStatement statement, Head head) throws SQLException {
        statement.setLong(1, head.checkpoint().size());
        statement.setBytes(2, head.checkpoint().root().bytes());
        statement.setBytes(3, head.range().frontier());
        statement.setString(4, head.note().format());
    }

    static void insertEntries(Statements statements, List<RawEntry> rows) throws SQLException {
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO entry(entry_index, event, leaf, body) VALUES(?, ?, ?, ?)");
        for (RawEntry row : rows) {
            insert.setLong(1, row.index());
            insert.setString(2, row.event());
            insert.setBytes(3, row.leaf());
            insert.setBytes(4, row.body());
            insert.executeUpdate();
        }
    }

    /// Whether the first index is 0 and the last is `size - 1`; the triggers allow no gap between.
    static boolean spans(Statements statements, long size) throws SQLException {
        try (ResultSet row =
                statements
                        .prepare(
                                "SELECT (SELECT coalesce(min(entry_index), 0) FROM entry),"
                                        + " (SELECT coalesce(max(entry_index), -1) FROM entry)")
                        .executeQuery()) {
            return row.next() && row.getLong(1) == 0 && row.getLong(2) == size - 1;
        }
    }

    /// The stored bytes of up to `limit` entries from an index on; throws [LedgerFailed] where one
    /// is missing.
    static List<byte[]> bodies(Statements statements, long from, int limit) throws SQLException {
        if (from < 0 || limit < 0) {
            throw new IllegalArgumentException(
                    "there are no " + limit + " entries from " + from + " on");
        }
        PreparedStatement select =
                statements.prepare(
                        "SELECT entry_index, body FROM entry WHERE entry_index >= ? ORDER BY entry_index LIMIT ?");
        select.setLong(1, from);
        select.setInt(2, limit);
        List<byte[]> bodies = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getLong(1) != from + bodies.size()) {
                    throw damaged(from + bodies.size(), "it is missing");
                }
                bodies.add(rows.getBytes(2));
            }
        }
        return bodies;
    }

    /// The entries that these bytes from an index on are; throws [LedgerFailed] naming one that is
    /// none.
    static List<StoredEntry> stored(long from, List<byte[]> bodies) {
        List<StoredEntry> entries = new ArrayList<>(bodies.size());
        for (byte[] body : bodies) {
            entries.add(new StoredEntry(parsed(from + entries.size(), body), body));
        }
        return entries;
    }

    /// Up to `limit` entries from an index on that are neither intent nor outcome nor export.
    static List<LedgerEntry> registerEntries(Statements statements, long from, int limit)
            throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT entry_index, body FROM entry INDEXED BY entry_register"
                                + " WHERE event NOT IN ('intent', 'outcome', 'export')"
                                + " AND entry_index >= ? ORDER BY entry_index LIMIT ?");
        select.setLong(1, from);
        select.setInt(2, limit);
        List<LedgerEntry> entries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(parsed(rows.getLong(1), rows.getBytes(2)));
            }
        }
        return entries;
    }

    private static LedgerEntry parsed(long index, byte[] body) {
        try {
            var entry = LedgerEntry.parse(body);
            if (entry.index() != index) {
                throw damaged(index, "it calls itself entry " + entry.index());
            }
            return entry;
        } catch (MalformedEntry e) {
            throw damaged(index, String.valueOf(e.getMessage()));
        }
    }

    private static LedgerFailed damaged(long index, String how) {
        return new LedgerFailed(
                "Entry "
                        + index
                        + " is damaged: "
                        + how
                        + ". Verify the ledger, and put back a copy that you trust.");
    }

    static Optional<LedgerEntry> entry(Statements statements, long index) throws SQLException {
        return bodies(statements, index, 1).stream().findFirst().map(body -> parsed(index, body));
    }

    /// Keeps a head as a checkpoint row, unless one of that size is kept already.
    static void keepCheckpoint(Statements statements, Head head) throws SQLException {
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO checkpoint(size, root, note) SELECT ?1, ?2, ?3"
                                + " WHERE NOT EXISTS(SELECT 1 FROM checkpoint WHERE size = ?1)");
        insert.setLong(1, head.checkpoint().size());
        insert.setBytes(2, head.checkpoint().root().bytes());
        insert.setString(3, head.note().format());
        insert.executeUpdate();
    }

    static List<SignedNote> checkpoints(Statements statements) throws SQLException {
        List<SignedNote> notes = new ArrayList<>();
        try (ResultSet rows =
                statements
                        .prepare("SELECT size, note FROM checkpoint ORDER BY size")
                        .executeQuery()) {
            while (rows.next()) {
                notes.add(note(rows.getLong(1), rows.getString(2)));
            }
        }
        return notes;
    }

    private static SignedNote note(long size, String text) {
        try {
            return SignedNote.parse(text);
        } catch (MalformedNote e) {
            throw new LedgerFailed(
                    "Checkpoint "
                            + size
                            + " is damaged: "
                            + e.getMessage()
                            + ". Verify the ledger, and put back a copy that you trust.",
                    e);
        }
    }
}
