package studio.backlot.search.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Progress;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.ProofImpossible;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.CatchUp;
import studio.backlot.search.EntrySummary;
import studio.backlot.search.IndexFailed;
import studio.backlot.search.LedgerIndex;
import studio.backlot.search.Tile;
import studio.backlot.search.TileEdge;
import studio.backlot.search.TileNodes;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqlChange;
import studio.backlot.sqlite.SqlTask;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;

/// A [LedgerIndex] in one SQLite file that is deleted and made anew whenever it cannot be believed.
public final class SqliteLedgerIndex implements LedgerIndex {
    /// The tables of `index.sqlite`.
    public static final Migrations SCHEMA =
            Migrations.of(
                    SqliteLedgerIndex.class,
                    "index",
                    "BLix",
                    "index-V001__summary_asset_outcome_tile.sql",
                    "index-V002__asset_slot_maker_pack.sql");

    private static final String STAGE = "index";

    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Executor beside;
    private SqliteDatabase database;
    private Optional<String> remadeBecause;

    private SqliteLedgerIndex(
            Path file, Executor beside, SqliteDatabase database, Optional<String> remadeBecause) {
        this.file = file;
        this.beside = beside;
        this.database = database;
        this.remadeBecause = remadeBecause;
    }

    /// Opens the index to write, or an empty one where the file is missing, damaged or of another
    /// format: then the next [#catchUp] says so. The caller holds the production's writer lock.
    /// Entries are read on `beside` while those before are written; it may run tasks at once.
    public static SqliteLedgerIndex open(Path file, Executor beside) {
        if (!Files.exists(file)) {
            return new SqliteLedgerIndex(
                    file, beside, remade(file), Optional.of("there was no index"));
        }
        try {
            return new SqliteLedgerIndex(
                    file, beside, SqliteDatabase.open(file, SCHEMA), Optional.empty());
        } catch (SqliteFailed e) {
            return new SqliteLedgerIndex(
                    file, beside, remade(file, e), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static SqliteDatabase remade(Path file, SqliteFailed why) {
        return switch (why.reason()) {
            case NOT_THIS_DATABASE, NEWER_FORMAT, OLDER_FORMAT, ALTERED_SCHEMA, DAMAGED ->
                    remade(file);
            case MISSING,
                    ALREADY_EXISTS,
                    DISK_FULL,
                    LOCKED,
                    READ_ONLY,
                    REFUSED,
                    UNREACHABLE,
                    CLOSED ->
                    throw new IndexFailed(String.valueOf(why.getMessage()), why);
        };
    }

    private static SqliteDatabase remade(Path file) {
        try {
            for (String end : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
            }
            SqliteDatabase.create(file, SCHEMA, statements -> {});
            return SqliteDatabase.open(file, SCHEMA);
        } catch (IOException | SqliteFailed e) {
            throw new IndexFailed(
                    "The index "
                            + file
                            + " could not be made anew; check that its folder may be written ("
                            + e.getMessage()
                            + ").",
                    e);
        }
    }

    @Override
    public CatchUp catchUp(Ledger ledger, Progress progress, Cancellation cancellation) {
        turn.lock();
        try {
            Checkpoint head = ledger.head().checkpoint();
            Optional<String> disagreement = disagreement(head);
            if (disagreement.isPresent()) {
                remake(disagreement.get());
            }
            long from = sizeApplied();
            if (!agreesAfter(ledger, head, progress, cancellation)) {
                remake("its tree was not the ledger's");
                from = 0;
                if (!agreesAfter(ledger, head, progress, cancellation)) {
                    throw new IndexFailed(
                            "The entries do not give the root in the ledger's head; verify the ledger.");
                }
            }
            var result = new CatchUp(from, head.size(), remadeBecause);
            remadeBecause = Optional.empty();
            return result;
        } finally {
            turn.unlock();
        }
    }

    private void remake(String why) {
        database.close();
        database = remade(file);
        remadeBecause = remadeBecause.or(() -> Optional.of(why));
    }

    /// Why the rows cannot belong to a ledger with this head; empty when they may.
    private Optional<String> disagreement(Checkpoint head) {
        try {
            Optional<IndexRows.Applied> applied = database.read(IndexRows::applied);
            if (applied.isEmpty()) {
                return Optional.empty();
            }
            if (!applied.get().production().equals(head.origin())) {
                return Optional.of("it was of another production");
            }
            if (applied.get().size() > head.size()) {
                return Optional.of("it knew more entries than the ledger has");
            }
            boolean isOther =
                    applied.get().size() == head.size()
                            && !Arrays.equals(applied.get().root(), head.root().bytes());
            return isOther ? Optional.of("its root was not the ledger's") : Optional.empty();
        } catch (SqliteFailed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private long sizeApplied() {
        return read(statements ->
                IndexRows.applied(statements).map(IndexRows.Applied::size).orElse(0L));
    }

    /// Applies the missing entries; whether the tree is then the ledger's, and the index whole.
    private boolean agreesAfter(
            Ledger ledger, Checkpoint head, Progress progress, Cancellation cancellation) {
        try {
            TileEdge edge = edge();
            if (edge.size() < head.size()) {
                applyMissing(ledger, edge, head, progress, cancellation);
            }
            return edge.root().equals(head.root());
        } catch (ProofImpossible e) {
            return false;
        } catch (SqliteFailed e) {
            if (e.reason() == SqliteFailed.Reason.DAMAGED
                    || e.reason() == SqliteFailed.Reason.REFUSED) {
                return false;
            }
            throw new IndexFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private TileEdge edge() {
        IndexRows.Applied applied =
                database.read(IndexRows::applied)
                        .orElseGet(() -> new IndexRows.Applied("", 0, MerkleTree.emptyRoot()));
        TileEdge edge =
                TileEdge.of(
                        applied.size(),
                        tile -> database.read(statements -> IndexRows.tile(statements, tile)));
        if (!Arrays.equals(edge.root().bytes(), applied.root())) {
            throw new ProofImpossible("the tiles do not give the root they were stored with");
        }
        return edge;
    }

    private void applyMissing(
            Ledger ledger,
            TileEdge edge,
            Checkpoint head,
            Progress progress,
            Cancellation cancellation) {
        try (var entries = new EntriesAhead(ledger, beside, edge.size(), head.size())) {
            while (edge.size() < head.size()) {
                cancellation.throwIfCancelled();
                apply(entries.next(), edge, head);
                progress.report(STAGE, edge.size(), head.size());
            }
        }
    }

    private void apply(List<NewEntry> entries, TileEdge edge, Checkpoint head) {
        if (entries.isEmpty()) {
            throw new IndexFailed(
                    "The ledger has fewer entries than its head says; verify the ledger.");
        }
        database.change(statements -> {
            for (NewEntry entry : entries) {
                edge.append(entry.leaf());
                IndexRows.insert(statements, entry);
                if (entry.made().isPresent()) {
                    AssetRows.insert(statements, entry.made().get());
                }
            }
            for (Tile tile : edge.changed()) {
                IndexRows.put(statements, tile);
            }
            IndexRows.setApplied(
                    statements,
                    new IndexRows.Applied(head.origin(), edge.size(), edge.root().bytes()));
        });
    }

    @Override
    public long size() {
        return inTurn(this::sizeApplied);
    }

    @Override
    public List<EntrySummary> from(long index, int limit) {
        return inTurn(() -> read(statements -> IndexRows.from(statements, index, limit)));
    }

    @Override
    public List<EntrySummary> before(long index, int limit) {
        return inTurn(() -> read(statements -> IndexRows.before(statements, index, limit)));
    }

    @Override
    public List<EntrySummary> ofAsset(String hashPrefix, int limit) {
        int missing = 2 * ContentHash.LENGTH - hashPrefix.length();
        if (hashPrefix.length() < SHORTEST_PREFIX
                || missing < 0
                || !ContentHash.isHex(hashPrefix + "0".repeat(missing))) {
            throw new IllegalArgumentException(
                    "an asset is looked up by "
                            + SHORTEST_PREFIX
                            + " to "
                            + 2 * ContentHash.LENGTH
                            + " lower-case hexadecimal digits, not \""
                            + hashPrefix
                            + "\"");
        }
        byte[] lowest = HexFormat.of().parseHex(hashPrefix + "0".repeat(missing));
        byte[] highest = HexFormat.of().parseHex(hashPrefix + "f".repeat(missing));
        return inTurn(
                () -> read(statements -> IndexRows.ofAsset(statements, lowest, highest, limit)));
    }

    @Override
    public Optional<Long> outcomeOf(long intent) {
        return inTurn(() -> read(statements -> IndexRows.outcome(statements, intent)));
    }

    @Override
    public NodeSource nodes() {
        return new TileNodes(this::tile);
    }

    private Optional<byte[]> tile(Tile tile) {
        return inTurn(() -> read(statements -> IndexRows.tile(statements, tile)));
    }

    @Override
    public AssetIndex assets() {
        return new SqliteAssetIndex(this);
    }

    /// Reads in this index's turn.
    <T> T ask(SqlTask<T> task) {
        return inTurn(() -> read(task));
    }

    /// Changes rows in this index's turn, in one transaction.
    void alter(SqlChange change) {
        turn.lock();
        try {
            database.change(change);
        } catch (SqliteFailed e) {
            throw new IndexFailed(String.valueOf(e.getMessage()), e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T read(SqlTask<T> task) {
        try {
            return database.read(task);
        } catch (SqliteFailed e) {
            throw new IndexFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            database.close();
        } catch (SqliteFailed e) {
            throw new IndexFailed(String.valueOf(e.getMessage()), e);
        } finally {
            turn.unlock();
        }
    }
}
