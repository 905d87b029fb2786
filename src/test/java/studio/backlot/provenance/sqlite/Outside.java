package studio.backlot.provenance.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Another program at work on a database: plain connections with SQLite's own defaults.
final class Outside {
    private Outside() {}

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// A script that drops triggers, changes something, and puts the triggers back as they were.
    static String keepingTriggers(Path file, String drop, String change) throws SQLException {
        var script = new StringBuilder(drop).append(change).append(';');
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
            while (rows.next()) {
                if (drop.contains(" " + rows.getString(1) + ";")) {
                    script.append(rows.getString(2)).append(';');
                }
            }
        }
        return script.toString();
    }
}
