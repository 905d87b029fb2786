package studio.backlot.app.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import studio.backlot.identity.SigningKey;

/// The least that durable appends of this size can cost: the same commits in two SQLite files and
/// one Ed25519 signature each, with nothing recorded that could be verified.
final class BareLoop implements AutoCloseable {
    private static final String PRAGMAS =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

    private final Connection ledger;
    private final Connection payloads;
    private final SigningKey key = SigningKey.generate();
    private long next;

    private BareLoop(Connection ledger, Connection payloads) {
        this.ledger = ledger;
        this.payloads = payloads;
    }

    static BareLoop open(Path folder) throws SQLException {
        Connection ledger = connect(folder.resolve("bare-ledger.sqlite"));
        Connection payloads = connect(folder.resolve("bare-payload.sqlite"));
        try (Statement entry = ledger.createStatement();
                Statement payload = payloads.createStatement()) {
            entry.executeUpdate(
                    "CREATE TABLE entry(entry_index INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
            entry.executeUpdate(
                    "CREATE TABLE head(id INTEGER PRIMARY KEY, state BLOB NOT NULL) STRICT");
            entry.executeUpdate("INSERT INTO head VALUES(0, x'00')");
            payload.executeUpdate(
                    "CREATE TABLE payload(payload_id INTEGER PRIMARY KEY, ciphertext BLOB NOT NULL) STRICT");
        }
        ledger.setAutoCommit(false);
        payloads.setAutoCommit(false);
        return new BareLoop(ledger, payloads);
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(PRAGMAS);
        }
        return connection;
    }

    /// Does this many appends of a payload of so many bytes, an entry of so many, and a head of so
    /// many.
    void run(int count, int payloadBytes, int entryBytes, int headBytes) throws SQLException {
        byte[] payload = new byte[payloadBytes];
        byte[] body = new byte[entryBytes];
        byte[] state = new byte[headBytes];
        try (PreparedStatement keep =
                        payloads.prepareStatement("INSERT INTO payload VALUES(?, ?)");
                PreparedStatement insert =
                        ledger.prepareStatement("INSERT INTO entry VALUES(?, ?)");
                PreparedStatement update =
                        ledger.prepareStatement("UPDATE head SET state = ? WHERE id = 0")) {
            for (int i = 0; i < count; i++) {
                keep.setLong(1, next + 1);
                keep.setBytes(2, payload);
                keep.executeUpdate();
                payloads.commit();
                key.sign(body);
                byte[] signature = key.sign(state);
                System.arraycopy(signature, 0, state, 0, Math.min(signature.length, state.length));
                insert.setLong(1, next++);
                insert.setBytes(2, body);
                insert.executeUpdate();
                update.setBytes(1, state);
                update.executeUpdate();
                ledger.commit();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        ledger.close();
        payloads.close();
    }
}
