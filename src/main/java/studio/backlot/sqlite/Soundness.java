package studio.backlot.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import studio.backlot.sqlite.SqliteFailed.Reason;

/// What an opened database must fulfil before it is used; each check throws [SqliteFailed] in
/// words.
///
/// `subject` begins the sentence about it, such as `The ledger /show/ledger.sqlite `.
record Soundness(Path file, String subject, Connection connection) {
    /// Up to this size in bytes a file's pages are checked at opening (about 10 ms); larger files
    /// are checked by [SqliteDatabase#damage], which takes about a second per gigabyte, when a
    /// person asks.
    private static final long CHECKED_AT_OPENING = 8L << 20;

    int requireKind(Migrations migrations) throws SQLException {
        String applicationId = Connections.answer(connection, "PRAGMA application_id");
        if (!applicationId.equals(Integer.toString(migrations.applicationId()))) {
            throw new SqliteFailed(
                    Reason.NOT_THIS_DATABASE,
                    subject
                            + "is not a Backlot database of this kind: it was damaged or replaced. It was"
                            + " left as it is; put back a copy that you trust.");
        }
        int version = Integer.parseInt(Connections.answer(connection, "PRAGMA user_version"));
        if (version > migrations.latestVersion()) {
            throw new SqliteFailed(
                    Reason.NEWER_FORMAT,
                    subject
                            + "was written by a newer Backlot (format "
                            + version
                            + ", this one knows up to "
                            + migrations.latestVersion()
                            + "). It was left as it is; open it with the newer program.");
        }
        return version;
    }

    void requireSchema(Migrations migrations) throws SQLException {
        List<String> differences = migrations.differences(connection);
        if (!differences.isEmpty()) {
            throw new SqliteFailed(
                    Reason.ALTERED_SCHEMA,
                    subject
                            + "was altered by another program: "
                            + String.join("; ", differences)
                            + ". Nothing is written to it; verify it, or put back a copy that you trust.");
        }
    }

    /// SQLite reads a last page that was cut short as if it ended in zeros.
    void requireWholePages() throws SQLException {
        long pageSize = Long.parseLong(Connections.answer(connection, "PRAGMA page_size"));
        if (DatabaseFiles.sizeOf(file) % pageSize != 0) {
            throw SqliteFailed.damaged(subject, new SQLException("its last page was cut short"));
        }
    }

    void requireWhole() throws SQLException {
        long size = DatabaseFiles.sizeOf(file);
        if (size <= CHECKED_AT_OPENING) {
            String answer = Connections.answer(connection, "PRAGMA quick_check(1)");
            if (!answer.equals("ok")) {
                throw SqliteFailed.damaged(subject, new SQLException(answer));
            }
        }
    }
}
