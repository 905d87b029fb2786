package studio.backlot.provenance.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import studio.backlot.base.Milestone;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.PayloadCommitment;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.PayloadSeal;
import studio.backlot.provenance.PayloadStore;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;
import studio.backlot.sqlite.SqliteFailed.Reason;
import studio.backlot.sqlite.Statements;

/// The erasable texts of one production: encrypted rows in its folder, their keys in a database
/// beside the app.
///
/// Failures of the databases are [LedgerFailed]. Erasing reaches the files of this machine: who
/// copied the *keys* elsewhere keeps what they open; copies of the encrypted rows alone open
/// nothing any more.
public final class SqlitePayloadStore implements PayloadStore {
    /// The tables of `payload.sqlite`.
    public static final Migrations SCHEMA =
            Migrations.of(
                    SqlitePayloadStore.class,
                    "payload database",
                    "BLpl",
                    "payload-V001__payload.sql");

    private final ReentrantLock turn = new ReentrantLock();
    private final SqliteDatabase database;
    private final Optional<PayloadKeys> keys;
    private final Optional<SecureRandom> random;
    private final Milestone milestone;

    private SqlitePayloadStore(
            SqliteDatabase database,
            Optional<PayloadKeys> keys,
            Optional<SecureRandom> random,
            Milestone milestone) {
        this.database = database;
        this.keys = keys;
        this.random = random;
        this.milestone = milestone;
    }

    /// Makes the file of a production without payloads; throws [LedgerFailed] where one exists.
    public static void create(Path file) {
        inWordsDo(() -> SqliteDatabase.create(file, SCHEMA, statements -> {}));
    }

    /// Opens a store to write. The database of keys is made where it is absent; payloads whose keys
    /// are not in it answer [PayloadContent.Locked]. Milestones are `payload-before-commit`,
    /// `payload-committed`, `erase-keys-destroyed` and `erase-rows-deleted`.
    public static SqlitePayloadStore open(
            Path file, Path keyFile, SecureRandom random, Milestone milestone) {
        return inWords(() -> {
            SqliteDatabase database = SqliteDatabase.open(file, SCHEMA);
            boolean isOpen = false;
            try {
                var store =
                        new SqlitePayloadStore(
                                database,
                                Optional.of(PayloadKeys.open(keyFile, random)),
                                Optional.of(random),
                                milestone);
                isOpen = true;
                return store;
            } finally {
                if (!isOpen) {
                    database.close();
                }
            }
        });
    }

    /// Opens a store to read without any keys: a row answers [PayloadContent.Locked] or why not.
    public static PayloadStore openForReading(Path file) {
        return inWords(() -> reading(file, Optional.empty()));
    }

    /// Opens a store to read with the keys of this machine, as far as there are any.
    public static PayloadStore openForReading(Path file, Path keyFile) {
        return inWords(() ->
                reading(
                        file,
                        Files.exists(keyFile)
                                ? Optional.of(PayloadKeys.openForReading(keyFile))
                                : Optional.empty()));
    }

    private static SqlitePayloadStore reading(Path file, Optional<PayloadKeys> keys) {
        boolean isOpen = false;
        try {
            var database = SqliteDatabase.openForReading(file, SCHEMA);
            var store = new SqlitePayloadStore(database, keys, Optional.empty(), Milestone.NONE);
            isOpen = true;
            return store;
        } finally {
            if (!isOpen) {
                keys.ifPresent(PayloadKeys::close);
            }
        }
    }

    @Override
    public List<PayloadReference> putAll(List<PayloadDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        return inTurn(() -> {
            List<PayloadKey> taken = writableKeys().take(drafts.size());
            List<PayloadReference> references = new ArrayList<>(drafts.size());
            database.change(statements -> {
                long firstId = PayloadRow.nextId(statements);
                for (int i = 0; i < drafts.size(); i++) {
                    references.add(put(statements, firstId + i, taken.get(i), drafts.get(i)));
                }
                milestone.reached("payload-before-commit");
            });
            milestone.reached("payload-committed");
            return references;
        });
    }

    private PayloadReference put(Statements statements, long id, PayloadKey key, PayloadDraft draft)
            throws SQLException {
        byte[] salt = randomBytes(PayloadCommitment.SALT_LENGTH);
        byte[] nonce = randomBytes(PayloadSeal.NONCE_LENGTH);
        byte[] ciphertext =
                new PayloadCipher(id, key, draft.kind()).encrypt(nonce, salt, draft.content());
        new PayloadRow(id, key.id(), nonce, ciphertext).insert(statements);
        return new PayloadReference(
                id,
                draft.kind(),
                PayloadCommitment.of(draft.kind(), salt, draft.content()),
                PayloadSeal.of(id, key.id(), nonce, ciphertext));
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.orElseThrow(() ->
                        new LedgerFailed(
                                "A payload store that is open for reading keeps no new texts."))
                .nextBytes(bytes);
        return bytes;
    }

    @Override
    public PayloadContent open(PayloadReference reference) {
        return inTurn(() -> {
            try {
                return database.read(statements -> PayloadRow.find(statements, reference.id()))
                        .map(row -> opened(row, reference))
                        .orElseGet(PayloadContent.Absent::new);
            } catch (SqliteFailed e) {
                if (e.reason() == Reason.DAMAGED || e.reason() == Reason.NOT_THIS_DATABASE) {
                    return new PayloadContent.Damaged(String.valueOf(e.getMessage()));
                }
                throw e;
            }
        });
    }

    private PayloadContent opened(PayloadRow row, PayloadReference reference) {
        if (!row.isSealedBy(reference.seal())) {
            return new PayloadContent.Damaged(
                    "payload " + reference.id() + " is not the row that was sealed");
        }
        Optional<byte[]> secret = keys.flatMap(present -> present.secret(row.keyId()));
        if (secret.isEmpty()) {
            return new PayloadContent.Locked();
        }
        var key = new PayloadKey(row.keyId(), secret.orElseThrow());
        return new PayloadCipher(row.payloadId(), key, reference.kind())
                .decrypt(row.nonce(), row.ciphertext())
                .<PayloadContent>map(open -> committed(open, reference))
                .orElseGet(() ->
                        new PayloadContent.Damaged(
                                "payload "
                                        + reference.id()
                                        + " does not open with its key, or is not of that kind"));
    }

    private static PayloadContent committed(PayloadContent.Open open, PayloadReference reference) {
        var commitment = PayloadCommitment.of(reference.kind(), open.salt(), open.content());
        return commitment.equals(reference.commitment())
                ? open
                : new PayloadContent.Damaged(
                        "payload " + reference.id() + " is not the text that was committed to");
    }

    /// Deletes the keys first and the rows last, so that a run that was cut short finds by the rows
    /// what is left to do; what the files still hold is removed also when every row is gone
    /// already.
    @Override
    public void erase(Set<Long> ids) {
        inTurnDo(() -> {
            PayloadKeys present = writableKeys();
            List<Long> keyIds =
                    database.read(statements -> {
                        List<Long> found = new ArrayList<>();
                        for (long id : ids) {
                            PayloadRow.find(statements, id)
                                    .ifPresent(row -> found.add(row.keyId()));
                        }
                        return found;
                    });
            present.destroy(keyIds);
            milestone.reached("erase-keys-destroyed");
            database.change(statements -> PayloadRow.deleteAll(statements, ids));
            milestone.reached("erase-rows-deleted");
            database.scrub();
        });
    }

    @Override
    public List<Long> ids(long after, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("there are no " + limit + " payloads");
        }
        return inTurn(() -> database.read(statements -> PayloadRow.ids(statements, after, limit)));
    }

    @Override
    public void close() {
        inTurnDo(() -> {
            try (database) {
                keys.ifPresent(PayloadKeys::close);
            }
        });
    }

    private PayloadKeys writableKeys() {
        return keys.orElseThrow(() ->
                new LedgerFailed(
                        "The payloads are open for reading only. Nothing was written; open the production for writing."));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return inWords(work);
        } finally {
            turn.unlock();
        }
    }

    private void inTurnDo(Runnable work) {
        turn.lock();
        try {
            inWordsDo(work);
        } finally {
            turn.unlock();
        }
    }

    private static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static void inWordsDo(Runnable work) {
        try {
            work.run();
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }
}
