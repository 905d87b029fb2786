package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Maker;
import studio.backlot.search.EntrySummary;
import studio.backlot.search.IndexFailed;
import studio.backlot.search.Tile;
import studio.backlot.sqlite.Statements;

/// The SQL of the index's tables; every method runs inside a transaction of its caller.
final class IndexRows {
    private static final String COLUMNS =
            "entry_index, event, job, time, person, role, status, use";

    private IndexRows() {}

    /// Up to where the rows go, and of which log.
    record Applied(String production, long size, byte[] root) {}

    static Optional<Applied> applied(Statements statements) throws SQLException {
        try (ResultSet row =
                statements
                        .prepare("SELECT production, size, root FROM applied WHERE id = 0")
                        .executeQuery()) {
            return row.next()
                    ? Optional.of(new Applied(text(row, 1), row.getLong(2), bytes(row, 3)))
                    : Optional.empty();
        }
    }

    static void setApplied(Statements statements, Applied applied) throws SQLException {
        PreparedStatement put =
                statements.prepare(
                        "INSERT OR REPLACE INTO applied(id, production, size, root) VALUES(0, ?, ?, ?)");
        put.setString(1, applied.production());
        put.setLong(2, applied.size());
        put.setBytes(3, applied.root());
        put.executeUpdate();
    }

    static void insert(Statements statements, NewEntry entry) throws SQLException {
        EntrySummary summary = entry.summary();
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO summary(" + COLUMNS + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, summary.index());
        insert.setString(2, summary.event().wireName());
        setOptional(insert, 3, summary.job().map(UUID::toString));
        insert.setString(4, summary.time().toString());
        insert.setString(5, summary.person().name());
        insert.setString(6, summary.person().role().wireName());
        setOptional(insert, 7, summary.status());
        setOptional(insert, 8, summary.use());
        insert.executeUpdate();
        insertAssets(statements, summary);
        if (entry.ended().isPresent()) {
            insertOutcome(statements, entry.ended().get(), summary.index());
        }
    }

    private static void setOptional(PreparedStatement statement, int at, Optional<String> value)
            throws SQLException {
        if (value.isPresent()) {
            statement.setString(at, value.get());
        } else {
            statement.setNull(at, Types.VARCHAR);
        }
    }

    private static void insertAssets(Statements statements, EntrySummary summary)
            throws SQLException {
        PreparedStatement insert =
                statements.prepare("INSERT INTO entry_asset(asset, entry_index) VALUES(?, ?)");
        for (ContentHash asset : summary.assets()) {
            insert.setBytes(1, asset.bytes());
            insert.setLong(2, summary.index());
            insert.executeUpdate();
        }
    }

    private static void insertOutcome(Statements statements, long intent, long outcome)
            throws SQLException {
        PreparedStatement insert =
                statements.prepare(
                        "INSERT OR IGNORE INTO outcome(intent, entry_index) VALUES(?, ?)");
        insert.setLong(1, intent);
        insert.setLong(2, outcome);
        insert.executeUpdate();
    }

    static void put(Statements statements, Tile tile) throws SQLException {
        PreparedStatement put =
                statements.prepare(
                        "INSERT OR REPLACE INTO tile(level, tile_index, hashes) VALUES(?, ?, ?)");
        put.setInt(1, tile.level());
        put.setLong(2, tile.index());
        put.setBytes(3, tile.hashes());
        put.executeUpdate();
    }

    static Optional<byte[]> tile(Statements statements, Tile tile) throws SQLException {
        PreparedStatement select =
                statements.prepare("SELECT hashes FROM tile WHERE level = ? AND tile_index = ?");
        select.setInt(1, tile.level());
        select.setLong(2, tile.index());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(bytes(row, 1)) : Optional.empty();
        }
    }

    static List<EntrySummary> from(Statements statements, long index, int limit)
            throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT "
                                + COLUMNS
                                + " FROM summary WHERE entry_index >= ? ORDER BY entry_index LIMIT ?");
        select.setLong(1, index);
        select.setInt(2, limit);
        return summaries(statements, select);
    }

    static List<EntrySummary> before(Statements statements, long index, int limit)
            throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT "
                                + COLUMNS
                                + " FROM summary WHERE entry_index < ? ORDER BY entry_index DESC LIMIT ?");
        select.setLong(1, index);
        select.setInt(2, limit);
        return summaries(statements, select);
    }

    static List<EntrySummary> ofAsset(
            Statements statements, byte[] lowest, byte[] highest, int limit) throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT "
                                + COLUMNS
                                + " FROM summary WHERE entry_index IN"
                                + " (SELECT entry_index FROM entry_asset WHERE asset BETWEEN ? AND ?) ORDER BY entry_index LIMIT ?");
        select.setBytes(1, lowest);
        select.setBytes(2, highest);
        select.setInt(3, limit);
        return summaries(statements, select);
    }

    private static List<EntrySummary> summaries(Statements statements, PreparedStatement select)
            throws SQLException {
        List<EntrySummary> summaries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                summaries.add(summary(statements, row));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IndexFailed(
                    "The index is damaged ("
                            + e.getMessage()
                            + "); delete index.sqlite, it is made anew.",
                    e);
        }
        return summaries;
    }

    private static EntrySummary summary(Statements statements, ResultSet row) throws SQLException {
        return new EntrySummary(
                row.getLong(1),
                EventType.ofWireName(text(row, 2))
                        .orElseThrow(() -> new IllegalArgumentException("an unknown event")),
                optional(row, 3).map(UUID::fromString),
                Instant.parse(text(row, 4)),
                new Maker(text(row, 5), Role.valueOf(text(row, 6).toUpperCase(Locale.ROOT))),
                optional(row, 7),
                optional(row, 8),
                assets(statements, row.getLong(1)));
    }

    private static List<ContentHash> assets(Statements statements, long index) throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT asset FROM entry_asset WHERE entry_index = ? ORDER BY asset");
        select.setLong(1, index);
        List<ContentHash> assets = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                assets.add(ContentHash.ofDigest(bytes(row, 1)));
            }
        }
        return assets;
    }

    static Optional<Long> outcome(Statements statements, long intent) throws SQLException {
        PreparedStatement select =
                statements.prepare("SELECT entry_index FROM outcome WHERE intent = ?");
        select.setLong(1, intent);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static Optional<String> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return optional(row, column).orElse("");
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElseGet(() -> new byte[0]);
    }
}
