package studio.backlot.provenance.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadSeal;
import studio.backlot.provenance.RawPayload;
import studio.backlot.provenance.RawPayloads;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.sqlite.Statements;

/// The rows of a `payload.sqlite` as they lie there, opened with the keys of this machine as far as
/// there are any.
public final class SqliteRawPayloads implements RawPayloads {
    private static final int BATCH_ROWS = 1_024;
    private static final int BATCH_BYTES = 4 << 20;
    private static final int LARGEST_PAYLOAD = 64 << 20;
    private static final String PAYLOADS =
            "SELECT payload_id, key_id, nonce, CASE WHEN length(ciphertext) <= "
                    + LARGEST_PAYLOAD
                    + " THEN ciphertext END FROM payload WHERE payload_id >= ? ORDER BY payload_id LIMIT "
                    + BATCH_ROWS;

    private final RawDatabase database;
    private final Optional<RawDatabase> keys;

    /// Used by the openers alone, which are asked one after another.
    private final Cipher aes = PayloadCipher.aesGcm();

    private SqliteRawPayloads(RawDatabase database, Optional<RawDatabase> keys) {
        this.database = database;
        this.keys = keys;
    }

    /// Takes a snapshot of the rows; all of them will be locked.
    public static SqliteRawPayloads open(Path file) {
        return new SqliteRawPayloads(
                RawDatabase.open(file, SqlitePayloadStore.SCHEMA), Optional.empty());
    }

    /// Takes a snapshot of the rows, and of the keys where that database exists.
    public static SqliteRawPayloads open(Path file, Path keyFile) {
        Optional<RawDatabase> keys =
                Files.exists(keyFile)
                        ? Optional.of(RawDatabase.open(keyFile, PayloadKeys.SCHEMA))
                        : Optional.empty();
        return new SqliteRawPayloads(RawDatabase.open(file, SqlitePayloadStore.SCHEMA), keys);
    }

    @Override
    public List<ValidationStatus> structure() {
        return database.structure();
    }

    @Override
    public List<RawPayload> payloads(long from) {
        List<PayloadRow> rows = database.read(statements -> rows(statements, from));
        List<Optional<PayloadKey>> found =
                keys.isEmpty() ? List.of() : keys.get().read(statements -> keys(statements, rows));
        List<RawPayload> payloads = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Optional<PayloadKey> key = found.isEmpty() ? Optional.empty() : found.get(i);
            payloads.add(payload(rows.get(i), key));
        }
        return payloads;
    }

    private static List<PayloadRow> rows(Statements statements, long from) throws SQLException {
        List<PayloadRow> payloads = new ArrayList<>();
        PreparedStatement select = statements.prepare(PAYLOADS);
        select.setLong(1, from);
        long size = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (size < BATCH_BYTES && rows.next()) {
                byte[] ciphertext = SqliteRawLedger.bytes(rows, 4);
                payloads.add(
                        new PayloadRow(
                                rows.getLong(1),
                                rows.getLong(2),
                                SqliteRawLedger.bytes(rows, 3),
                                ciphertext));
                size += ciphertext.length;
            }
        }
        return payloads;
    }

    private static List<Optional<PayloadKey>> keys(Statements statements, List<PayloadRow> rows)
            throws SQLException {
        List<Optional<PayloadKey>> keys = new ArrayList<>(rows.size());
        PreparedStatement select =
                statements.prepare("SELECT secret FROM payload_key WHERE key_id = ?");
        for (PayloadRow row : rows) {
            select.setLong(1, row.keyId());
            try (ResultSet secret = select.executeQuery()) {
                boolean isThere = secret.next();
                byte[] bytes = isThere ? SqliteRawLedger.bytes(secret, 1) : new byte[0];
                keys.add(
                        bytes.length == PayloadKeys.SECRET_LENGTH
                                ? Optional.of(new PayloadKey(row.keyId(), bytes))
                                : Optional.empty());
            }
        }
        return keys;
    }

    private RawPayload payload(PayloadRow row, Optional<PayloadKey> key) {
        boolean isSealable = row.nonce().length == PayloadSeal.NONCE_LENGTH;
        byte[] seal =
                isSealable
                        ? PayloadSeal.digest(
                                row.payloadId(), row.keyId(), row.nonce(), row.ciphertext())
                        : new byte[0];
        return new RawPayload(row.payloadId(), seal, kind -> opened(row, key, kind));
    }

    private RawPayload.Opening opened(PayloadRow row, Optional<PayloadKey> key, PayloadKind kind) {
        if (key.isEmpty()) {
            return new RawPayload.Locked();
        }
        return new PayloadCipher(row.payloadId(), key.get(), kind)
                .decrypt(aes, row.nonce(), row.ciphertext())
                .<RawPayload.Opening>map(open -> new RawPayload.Opened(open.salt(), open.content()))
                .orElseGet(() ->
                        new RawPayload.Refused(
                                "it was made with another key, or is not of that kind"));
    }

    @Override
    public void close() {
        try (database) {
            keys.ifPresent(RawDatabase::close);
        }
    }
}
