package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.backlot.base.ContentHash;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetRow;
import studio.backlot.search.IndexFailed;

/// Reads the rows of [AssetSql#rows].
final class AssetRowReader {
    private AssetRowReader() {}

    static List<AssetRow> all(PreparedStatement select) throws SQLException {
        List<AssetRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(read(row));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IndexFailed(
                    "The index is damaged ("
                            + e.getMessage()
                            + "); delete index.sqlite, it is made anew.",
                    e);
        }
        return rows;
    }

    private static AssetRow read(ResultSet row) throws SQLException {
        long intent = row.getLong(6);
        boolean hasIntent = !row.wasNull();
        return new AssetRow(
                new AssetRow.Key(row.getString(2), row.getLong(1)),
                ContentHash.ofDigest(row.getBytes(3)),
                new AssetFacts.Origin(
                        UUID.fromString(row.getString(4)),
                        row.getLong(5),
                        hasIntent ? Optional.of(intent) : Optional.empty()),
                row.getString(7),
                Instant.parse(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                new AssetFacts.Size(row.getInt(10), row.getInt(11)),
                slot(row),
                Optional.of(row.getLong(14)).filter(version -> version > 0),
                Optional.ofNullable(row.getString(15)),
                new AssetRow.Flags(
                        row.getString(16),
                        row.getBoolean(17),
                        row.getBoolean(18),
                        row.getBoolean(19),
                        row.getBoolean(20)),
                row.getInt(21));
    }

    private static Optional<AssetRow.Slot> slot(ResultSet row) throws SQLException {
        String path = row.getString(13);
        return id(row.getString(12)).map(id -> new AssetRow.Slot(id, path));
    }

    static Optional<UUID> id(@Nullable String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }
}
