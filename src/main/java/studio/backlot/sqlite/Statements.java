package studio.backlot.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The prepared statements of one connection, kept by their text for as long as the connection
/// lives.
///
/// A task takes what it needs with [#prepare], and must not close a statement, only its result
/// sets. For one thread at a time, which [SqliteDatabase] sees to.
public final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /// The statement of this text; prepared at the first call. Give constant texts only: each one
    /// is kept.
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            kept.put(sql, known);
        }
        return known;
    }

    /// Runs a text of one or several statements that is not kept.
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// Forgets all statements: the driver closes a statement that failed, so none is reused after a
    /// failure.
    void forget() {
        kept.values().forEach(Statements::close);
        kept.clear();
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            return; // it failed before, which has been reported
        }
    }
}
