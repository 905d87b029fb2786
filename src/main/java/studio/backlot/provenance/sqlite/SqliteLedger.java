package studio.backlot.provenance.sqlite;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.CompactRange;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.RawEntry;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.StoredEntry;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;

/// The ledger of one production in one SQLite file, opened by its one writer.
///
/// An append puts its entries, the new signed head and, when it passes a multiple of 4,096, a
/// checkpoint row into one transaction; what is in memory changes only after the commit. An entry's
/// time is what the clock says, also when the clock was set back: the order of entries is their
/// index. Whole-ledger checks belong to the verifier; opening checks what the next append builds
/// on.
public final class SqliteLedger implements Ledger {
    /// The tables of `ledger.sqlite`.
    public static final Migrations SCHEMA =
            Migrations.of(
                    SqliteLedger.class, "ledger", "BLlg", "ledger-V001__entry_head_checkpoint.sql");

    /// A checkpoint row is kept whenever the size passes a multiple of this.
    public static final int CHECKPOINT_INTERVAL = 4_096;

    private final ReentrantLock turn = new ReentrantLock();
    private final SqliteDatabase database;
    private final LedgerSetup setup;
    private final Optional<Anchor> anchor;
    private volatile Head head;
    private volatile boolean isClosed;

    private SqliteLedger(
            SqliteDatabase database, LedgerSetup setup, Optional<Anchor> anchor, Head head) {
        this.database = database;
        this.setup = setup;
        this.anchor = anchor;
        this.head = head;
    }

    /// Makes the file of a new ledger, with the signed head of an empty log; throws [LedgerFailed]
    /// where one exists.
    public static void create(Path file, UUID production, SigningKey key) {
        Head empty = signed(CompactRange.empty(), production, key);
        inWordsDo(() ->
                SqliteDatabase.create(
                        file, SCHEMA, statements -> LedgerRows.insertHead(statements, empty)));
    }

    /// Opens a ledger to append. Throws [LedgerFailed] where that would build on something that is
    /// not what this key signed: altered schema, inconsistent head, another key, last entries that
    /// do not belong to the head, an anchor that knows more.
    public static SqliteLedger open(Path file, LedgerSetup setup) {
        return on(inWords(() -> SqliteDatabase.open(file, SCHEMA)), setup);
    }

    /// The ledger in a database that is open for writing, which it closes.
    static SqliteLedger on(SqliteDatabase database, LedgerSetup setup) {
        Optional<Anchor> anchor =
                setup.anchorFolder().map(folder -> new Anchor(folder, setup.production()));
        boolean isSound = false;
        try {
            Head head = soundHead(database, setup);
            anchor.ifPresent(known -> known.requireNoContradiction(head, noteKey(setup)));
            isSound = true;
            return new SqliteLedger(database, setup, anchor, head);
        } finally {
            if (!isSound) {
                database.close();
            }
        }
    }

    private static Head soundHead(SqliteDatabase database, LedgerSetup setup) {
        return inWords(() ->
                database.read(statements -> {
                    Head head = LedgerRows.head(statements).consistent(setup.production());
                    if (!head.note().isSignedBy(noteKey(setup))) {
                        throw new LedgerFailed(
                                "The head of the ledger is not signed by this machine's key for it: it was "
                                        + "written with another key, or forged. Nothing is written to it; it can still be read and verified.");
                    }
                    long size = head.checkpoint().size();
                    if (!LedgerRows.spans(statements, size)) {
                        throw new LedgerFailed(
                                "The ledger does not hold the "
                                        + size
                                        + " entries that its head speaks of. "
                                        + "Nothing is written to it; verify it, and put back a copy that you trust.");
                    }
                    requireLastEntries(
                            head,
                            LedgerRows.bodies(
                                    statements, size - lastLeaves(size), lastLeaves(size)));
                    return head;
                }));
    }

    /// How many entries stand under the last hash of the frontier: the lowest set bit of the size;
    /// 0 when these are too many to hash at every opening.
    private static int lastLeaves(long size) {
        long leaves = Long.lowestOneBit(size);
        return leaves > CHECKPOINT_INTERVAL ? 0 : (int) leaves;
    }

    private static void requireLastEntries(Head head, List<byte[]> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        var last = CompactRange.empty();
        bodies.forEach(body -> last.append(MerkleTree.leafHash(body)));
        byte[] frontier = head.range().frontier();
        byte[] lastOfFrontier =
                Arrays.copyOfRange(frontier, frontier.length - ContentHash.LENGTH, frontier.length);
        if (!last.root().equals(ContentHash.ofDigest(lastOfFrontier))) {
            throw new LedgerFailed(
                    "The last entries of the ledger are not those that its head was signed over. "
                            + "Nothing is written to it; verify it, and put back a copy that you trust.");
        }
    }

    /// Opens a ledger to read it and to follow its writer; appending throws [LedgerFailed].
    public static Ledger openForReading(Path file, UUID production) {
        return new SqliteLedgerReader(
                inWords(() -> SqliteDatabase.openForReading(file, SCHEMA)), production);
    }

    @Override
    public UUID production() {
        return setup.production();
    }

    @Override
    public List<LedgerEntry> appendAll(List<EntryDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        turn.lock();
        try {
            Head before = head;
            var range = before.range().copy();
            List<LedgerEntry> entries = new ArrayList<>(drafts.size());
            List<RawEntry> rows = sealed(drafts, range, entries);
            Head after = signed(range, setup.production(), setup.key());
            String event = drafts.getFirst().event().wireName();
            commit(before, after, rows, event);
            head = after;
            anchor.ifPresent(known -> known.offer(after.note()));
            setup.milestone().reached(event + "-committed");
            return entries;
        } finally {
            turn.unlock();
        }
    }

    /// Gives each draft its place, id and time, and adds its leaf to the range; returns the rows to
    /// store.
    private List<RawEntry> sealed(
            List<EntryDraft> drafts, CompactRange range, List<LedgerEntry> entries) {
        MessageDigest sha256 = ContentHash.sha256();
        Instant time = setup.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<RawEntry> rows = new ArrayList<>(drafts.size());
        for (EntryDraft draft : drafts) {
            var unsigned =
                    new LedgerEntry(
                            range.size(),
                            setup.ids().get(),
                            setup.production(),
                            draft.event(),
                            time,
                            draft.by().maker(),
                            draft.job(),
                            draft.assertions());
            LedgerEntry entry = draft.by().key().map(unsigned::signedBy).orElse(unsigned);
            byte[] body = entry.bytes();
            byte[] leaf = MerkleTree.leafHash(sha256, body);
            range.append(leaf);
            entries.add(entry);
            rows.add(new RawEntry(entry.index(), entry.event().wireName(), leaf, body));
        }
        return rows;
    }

    private void commit(Head before, Head after, List<RawEntry> rows, String event) {
        long first = before.checkpoint().size();
        boolean isMilestone =
                first / CHECKPOINT_INTERVAL != after.checkpoint().size() / CHECKPOINT_INTERVAL;
        inWordsDo(() ->
                database.change(statements -> {
                    if (!LedgerRows.replaceHead(statements, before, after)) {
                        throw new LedgerFailed(
                                "Another program has written to the ledger since it was opened here. "
                                        + "Nothing was recorded; close it in both, and open it in one.");
                    }
                    LedgerRows.insertEntries(statements, rows);
                    if (isMilestone) {
                        LedgerRows.keepCheckpoint(statements, after);
                    }
                    setup.milestone().reached(event + "-before-commit");
                }));
    }

    @Override
    public Head head() {
        Head newest = head;
        return new Head(newest.checkpoint(), newest.note(), newest.range().copy());
    }

    @Override
    public Optional<LedgerEntry> entry(long index) {
        return index < 0
                ? Optional.empty()
                : inWords(() -> database.read(statements -> LedgerRows.entry(statements, index)));
    }

    @Override
    public List<StoredEntry> stored(long from, int limit) {
        List<byte[]> bodies =
                inWords(() ->
                        database.read(statements -> LedgerRows.bodies(statements, from, limit)));
        return LedgerRows.stored(from, bodies);
    }

    @Override
    public List<LedgerEntry> registerEntries(long from, int limit) {
        return inWords(() ->
                database.read(statements -> LedgerRows.registerEntries(statements, from, limit)));
    }

    @Override
    public SignedNote checkpoint() {
        turn.lock();
        try {
            Head newest = head;
            inWordsDo(() ->
                    database.change(statements -> LedgerRows.keepCheckpoint(statements, newest)));
            return newest.note();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public List<SignedNote> checkpoints() {
        return inWords(() -> database.read(LedgerRows::checkpoints));
    }

    /// Why the newest head could not be anchored; empty when it could, or is about to be.
    public Optional<String> anchorFailure() {
        return anchor.flatMap(Anchor::failure);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!isClosed) {
                isClosed = true;
                keepLastHead();
            }
        } finally {
            release();
            turn.unlock();
        }
    }

    private void keepLastHead() {
        if (head.checkpoint().size() > 0) {
            anchor.ifPresent(known -> known.offer(head.note()));
            var _ = checkpoint();
        }
    }

    private void release() {
        anchor.ifPresent(Anchor::close);
        inWordsDo(database::close);
    }

    private static NoteKey noteKey(LedgerSetup setup) {
        return new NoteKey(Checkpoint.originOf(setup.production()), setup.key().verificationKey());
    }

    private static Head signed(CompactRange range, UUID production, SigningKey key) {
        var checkpoint =
                new Checkpoint(Checkpoint.originOf(production), range.size(), range.root());
        return new Head(checkpoint, SignedNote.sign(checkpoint, key), range);
    }

    private static void inWordsDo(Runnable work) {
        try {
            work.run();
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }
}
