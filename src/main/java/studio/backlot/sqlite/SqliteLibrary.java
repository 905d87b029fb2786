package studio.backlot.sqlite;

import org.sqlite.SQLiteJDBCLoader;

/// SQLite's native library, loaded before it is needed.
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /// Loads it, which otherwise happens at the first opening; that opening says what is wrong if
    /// it cannot be loaded.
    public static void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // the first opening tries again and fails with words
            return;
        }
    }
}
