package studio.backlot.provenance.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.PayloadSeal;
import studio.backlot.sqlite.Statements;

/// One row of the `payload` table, as it is stored.
record PayloadRow(long payloadId, long keyId, byte[] nonce, byte[] ciphertext) {

    /// The id after the highest that was ever given, also when that row was erased.
    static long nextId(Statements statements) throws SQLException {
        try (ResultSet row =
                statements
                        .prepare(
                                "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'payload'")
                        .executeQuery()) {
            return row.next() ? row.getLong(1) : 1;
        }
    }

    static Optional<PayloadRow> find(Statements statements, long payloadId) throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT key_id, nonce, ciphertext FROM payload WHERE payload_id = ?");
        select.setLong(1, payloadId);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new PayloadRow(payloadId, row.getLong(1), bytes(row, 2), bytes(row, 3)))
                    : Optional.empty();
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElseGet(() -> new byte[0]);
    }

    static List<Long> ids(Statements statements, long after, int limit) throws SQLException {
        PreparedStatement select =
                statements.prepare(
                        "SELECT payload_id FROM payload WHERE payload_id > ? ORDER BY payload_id LIMIT ?");
        select.setLong(1, after);
        select.setInt(2, limit);
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    static void deleteAll(Statements statements, Collection<Long> payloadIds) throws SQLException {
        PreparedStatement delete = statements.prepare("DELETE FROM payload WHERE payload_id = ?");
        for (long payloadId : payloadIds) {
            delete.setLong(1, payloadId);
            delete.executeUpdate();
        }
    }

    void insert(Statements statements) throws SQLException {
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO payload(payload_id, key_id, nonce, ciphertext) VALUES(?, ?, ?, ?)");
        insert.setLong(1, payloadId);
        insert.setLong(2, keyId);
        insert.setBytes(3, nonce);
        insert.setBytes(4, ciphertext);
        insert.executeUpdate();
    }

    /// Whether the row is the one that was sealed.
    boolean isSealedBy(ContentHash seal) {
        return nonce.length == PayloadSeal.NONCE_LENGTH
                && PayloadSeal.of(payloadId, keyId, nonce, ciphertext).equals(seal);
    }
}
