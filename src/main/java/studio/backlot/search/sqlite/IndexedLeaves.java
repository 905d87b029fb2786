package studio.backlot.search.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.provenance.LeafHashes;
import studio.backlot.provenance.ProofImpossible;
import studio.backlot.search.Tile;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;

/// The leaf hashes in an `index.sqlite`, read for a verification, also while another program writes
/// the index.
///
/// An index that is missing or cannot be read has none: it is not what is verified. Not safe for
/// several threads.
public final class IndexedLeaves implements LeafHashes, AutoCloseable {
    private final Optional<SqliteDatabase> database;
    private final LeafHashes leaves;

    private IndexedLeaves(Optional<SqliteDatabase> database, LeafHashes leaves) {
        this.database = database;
        this.leaves = leaves;
    }

    /// Opens the index for reading; writes nothing.
    public static IndexedLeaves open(Path file) {
        if (!Files.isRegularFile(file)) {
            return new IndexedLeaves(Optional.empty(), NONE);
        }
        try {
            SqliteDatabase opened = SqliteDatabase.openForReading(file, SqliteLedgerIndex.SCHEMA);
            return new IndexedLeaves(
                    Optional.of(opened), new TileLeaves(size(opened), tile -> tile(opened, tile)));
        } catch (SqliteFailed e) {
            return new IndexedLeaves(Optional.empty(), NONE);
        }
    }

    private static long size(SqliteDatabase database) {
        try {
            return database.read(statements ->
                    IndexRows.applied(statements).map(IndexRows.Applied::size).orElse(0L));
        } catch (SqliteFailed e) {
            return 0;
        }
    }

    private static Optional<byte[]> tile(SqliteDatabase database, Tile tile) {
        try {
            return database.read(statements -> IndexRows.tile(statements, tile));
        } catch (SqliteFailed e) {
            throw new ProofImpossible(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public long size() {
        return leaves.size();
    }

    @Override
    public byte[] leaf(long index) {
        return leaves.leaf(index);
    }

    @Override
    public void close() {
        database.ifPresent(SqliteDatabase::close);
    }
}
