package studio.backlot.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import studio.backlot.base.WindowThread;

/// Makes SQLite connections with the pragmas that durability and hostile files ask for.
final class Connections {
    /// How long a statement waits for another program's lock, in milliseconds.
    private static final int BUSY_TIMEOUT_MILLIS = 2_000;

    /// What every connection sets: nothing in a file's schema is trusted, pages are checked as they
    /// are read, no memory mapping (a truncated file must give an error, not kill the process), at
    /// most 8 MiB of cached pages.
    private static final String ALWAYS =
            "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
                    + " PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;"
                    + " PRAGMA recursive_triggers=ON;";

    /// What writing adds: a commit is on the disk when it returns (FULL; on macOS fsync alone is
    /// not), deleted content is overwritten, and an idle write-ahead log does not stay large.
    private static final String WRITING =
            "PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;"
                    + " PRAGMA checkpoint_fullfsync=ON; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=4194304;";

    private Connections() {}

    /// A connection that may write; the file must exist. The journal is not switched yet: nothing
    /// is written by this.
    static Connection forWriting(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return prepared(config.createConnection(url(file) + "?mode=rw"), ALWAYS + WRITING);
    }

    /// A connection that sees each newest commit and can change nothing.
    static Connection forReading(Path file) throws SQLException {
        return reading(url(file) + "?mode=ro");
    }

    /// A connection to a file that nobody can be writing: no lock is taken and no log is looked
    /// for.
    static Connection forReadingFrozen(Path file) throws SQLException {
        return reading(url(file) + "?immutable=1&mode=ro");
    }

    private static Connection reading(String url) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return prepared(config.createConnection(url), ALWAYS + "PRAGMA query_only=ON;");
    }

    static Connection inMemory() throws SQLException {
        return prepared(config().createConnection("jdbc:sqlite::memory:"), ALWAYS);
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config;
    }

    /// The path as a URI, so that no character of a folder's name is taken for something else.
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
    }

    private static Connection prepared(Connection connection, String pragmas) throws SQLException {
        WindowThread.refuse("a database was opened");
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(pragmas);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// The one value that a pragma or a query answers.
    static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
