package studio.backlot.provenance.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.provenance.RawCheckpoint;
import studio.backlot.provenance.RawEntry;
import studio.backlot.provenance.RawHead;
import studio.backlot.provenance.RawLedger;
import studio.backlot.provenance.ValidationStatus;

/// The rows of a `ledger.sqlite` as they lie there, also while another program appends.
public final class SqliteRawLedger implements RawLedger {
    private static final int BATCH_ROWS = 2_048;
    private static final int BATCH_BYTES = 4 << 20;
    private static final int MOST_CHECKPOINTS = 1_000_000;
    private static final String ENTRIES =
            "SELECT entry_index, event, leaf, CASE WHEN length(body) <= "
                    + LARGEST_ENTRY
                    + " THEN body END FROM entry WHERE entry_index >= ? ORDER BY entry_index LIMIT "
                    + BATCH_ROWS;

    private final RawDatabase database;

    private SqliteRawLedger(RawDatabase database) {
        this.database = database;
    }

    /// Takes a snapshot of the file. Needs no key, writes nothing, and opens damaged files too:
    /// what cannot be read becomes a finding. Open it before the payloads, so that no payload of
    /// these entries is missing from theirs.
    public static SqliteRawLedger open(Path file) {
        return new SqliteRawLedger(RawDatabase.open(file, SqliteLedger.SCHEMA));
    }

    @Override
    public List<ValidationStatus> structure() {
        return database.structure();
    }

    @Override
    public List<RawHead> heads() {
        return database.read(statements -> {
            List<RawHead> heads = new ArrayList<>();
            try (ResultSet rows =
                    statements
                            .prepare("SELECT size, root, frontier, note FROM head LIMIT 10")
                            .executeQuery()) {
                while (rows.next()) {
                    heads.add(
                            new RawHead(
                                    rows.getLong(1),
                                    bytes(rows, 2),
                                    bytes(rows, 3),
                                    text(rows, 4)));
                }
            }
            return heads;
        });
    }

    @Override
    public List<RawCheckpoint> checkpoints() {
        return database.read(statements -> {
            List<RawCheckpoint> checkpoints = new ArrayList<>();
            try (ResultSet rows =
                    statements
                            .prepare(
                                    "SELECT size, root, note FROM checkpoint ORDER BY size LIMIT "
                                            + MOST_CHECKPOINTS)
                            .executeQuery()) {
                while (rows.next()) {
                    checkpoints.add(
                            new RawCheckpoint(rows.getLong(1), bytes(rows, 2), text(rows, 3)));
                }
            }
            return checkpoints;
        });
    }

    @Override
    public List<RawEntry> entries(long from) {
        return database.read(statements -> {
            List<RawEntry> entries = new ArrayList<>();
            PreparedStatement select = statements.prepare(ENTRIES);
            select.setLong(1, from);
            long size = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (size < BATCH_BYTES && rows.next()) {
                    byte[] body = bytes(rows, 4);
                    entries.add(new RawEntry(rows.getLong(1), text(rows, 2), bytes(rows, 3), body));
                    size += body.length;
                }
            }
            return entries;
        });
    }

    static byte[] bytes(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getBytes(column)).orElseGet(() -> new byte[0]);
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column)).orElse("");
    }

    @Override
    public void close() {
        database.close();
    }
}
