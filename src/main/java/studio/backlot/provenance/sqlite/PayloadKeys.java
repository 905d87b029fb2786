package studio.backlot.provenance.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.Statements;

/// The keys of a production's payloads, in a database beside the app that only the account's owner
/// may read.
///
/// Keys are made in batches, one durable commit each, before any of them is used, and each is
/// handed out once. What a session made and did not use it deletes at closing. Keys that an ended
/// session left (a crash) are never handed out, and are not deleted either: from here they cannot
/// be told from the keys of a payload that a restored older copy of the production lacks. For one
/// thread at a time.
final class PayloadKeys implements AutoCloseable {
    static final Migrations SCHEMA =
            Migrations.of(
                    PayloadKeys.class, "payload key database", "BLky", "key-V001__payload_key.sql");
    static final int SECRET_LENGTH = 32;
    static final int FIRST_BATCH = 16;
    static final int FURTHER_BATCH = 256;

    private final SqliteDatabase database;
    private final Optional<SecureRandom> random;
    private final Deque<PayloadKey> unused = new ArrayDeque<>();
    private int batch = FIRST_BATCH;

    private PayloadKeys(SqliteDatabase database, Optional<SecureRandom> random) {
        this.database = database;
        this.random = random;
    }

    /// Opens the keys to write; makes the database and its folder where there is none.
    static PayloadKeys open(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            makeFolder(file);
            SqliteDatabase.createPrivate(file, SCHEMA, statements -> {});
        }
        return new PayloadKeys(SqliteDatabase.open(file, SCHEMA), Optional.of(random));
    }

    private static void makeFolder(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new LedgerFailed(
                    "The folder of the payload keys could not be made; check that "
                            + file
                            + " is at a place where you may write ("
                            + e
                            + ").",
                    e);
        }
    }

    /// Opens the keys to read.
    static PayloadKeys openForReading(Path file) {
        return new PayloadKeys(SqliteDatabase.openForReading(file, SCHEMA), Optional.empty());
    }

    /// Keys that were never given out before and are durable already.
    List<PayloadKey> take(int count) {
        while (unused.size() < count) {
            makeBatch();
        }
        List<PayloadKey> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(unused.removeFirst());
        }
        return taken;
    }

    private void makeBatch() {
        SecureRandom source =
                random.orElseThrow(
                        () -> new LedgerFailed("Keys that are open for reading make no new ones."));
        List<PayloadKey> fresh = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            byte[] secret = new byte[SECRET_LENGTH];
            source.nextBytes(secret);
            fresh.add(new PayloadKey(1 + (source.nextLong() >>> 2), secret));
        }
        database.change(statements -> insert(statements, fresh));
        unused.addAll(fresh);
        batch = FURTHER_BATCH;
    }

    private static void insert(Statements statements, List<PayloadKey> keys) throws SQLException {
        var insert = statements.prepare("INSERT INTO payload_key(key_id, secret) VALUES(?, ?)");
        for (PayloadKey key : keys) {
            insert.setLong(1, key.id());
            insert.setBytes(2, key.secret());
            insert.executeUpdate();
        }
    }

    /// The secret of a key, if it is here.
    Optional<byte[]> secret(long keyId) {
        return database.read(statements -> {
            var select = statements.prepare("SELECT secret FROM payload_key WHERE key_id = ?");
            select.setLong(1, keyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.<byte[]>empty();
            }
        });
    }

    /// Deletes keys durably and leaves nothing of them in any file of the database.
    void destroy(Collection<Long> keyIds) {
        delete(keyIds);
        database.scrub();
    }

    private void delete(Collection<Long> keyIds) {
        database.change(statements -> {
            var delete = statements.prepare("DELETE FROM payload_key WHERE key_id = ?");
            for (long keyId : keyIds) {
                delete.setLong(1, keyId);
                delete.executeUpdate();
            }
        });
    }

    /// Deletes what this session made and did not use, and releases the file.
    @Override
    public void close() {
        try {
            if (!unused.isEmpty()) {
                delete(unused.stream().map(PayloadKey::id).toList());
                unused.clear();
            }
        } finally {
            database.close();
        }
    }
}
