package studio.backlot.job.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import studio.backlot.job.JobStore;
import studio.backlot.job.JobStoreFailed;
import studio.backlot.job.QueueStore;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;

/// One open `workspace.sqlite`; its runs, queue and settings may be used until it is closed.
public final class SqliteWorkspace implements AutoCloseable {
    private static final Migrations MIGRATIONS =
            Migrations.of(
                    SqliteWorkspace.class,
                    "workspace",
                    "BLws",
                    "workspace-V001__job_setting.sql",
                    "workspace-V002__queue.sql");

    /// The version without a queue.
    private static final Migrations FIRST =
            Migrations.of(
                    SqliteWorkspace.class, "workspace", "BLws", "workspace-V001__job_setting.sql");

    private final SqliteDatabase database;

    private SqliteWorkspace(SqliteDatabase database) {
        this.database = database;
    }

    /// Opens the workspace for writing, making it where it is not there. Throws [JobStoreFailed].
    public static SqliteWorkspace open(Path file) {
        return translated(() -> {
            if (!Files.exists(file)) {
                SqliteDatabase.create(file, MIGRATIONS, session -> {});
            }
            return new SqliteWorkspace(SqliteDatabase.open(file, MIGRATIONS));
        });
    }

    /// Opens an existing workspace beside whoever writes it; one of an earlier version, which the
    /// next writer brings up, shows its runs and settings as well.
    public static SqliteWorkspace openForReading(Path file) {
        return translated(() -> {
            try {
                return new SqliteWorkspace(SqliteDatabase.openForReading(file, MIGRATIONS));
            } catch (SqliteFailed e) {
                if (e.reason() == SqliteFailed.Reason.OLDER_FORMAT) {
                    return new SqliteWorkspace(SqliteDatabase.openForReading(file, FIRST));
                }
                throw e;
            }
        });
    }

    public JobStore jobs() {
        return new SqliteJobStore(database);
    }

    public QueueStore queue() {
        return new SqliteQueueStore(database);
    }

    public WorkspaceSettings settings() {
        return new SqliteWorkspaceSettings(database);
    }

    @Override
    public void close() {
        database.close();
    }

    /// Puts a failure of SQLite into this feature's own exception, its words kept.
    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqliteFailed e) {
            throw new JobStoreFailed(e.getMessage() + wayOut(e.reason()), e);
        }
    }

    private static String wayOut(SqliteFailed.Reason reason) {
        return switch (reason) {
            case DAMAGED, NOT_THIS_DATABASE, ALTERED_SCHEMA ->
                    " No record is in this file: it may be moved away, and the next"
                            + " opening for writing makes a new one.";
            case MISSING,
                    ALREADY_EXISTS,
                    NEWER_FORMAT,
                    OLDER_FORMAT,
                    DISK_FULL,
                    LOCKED,
                    READ_ONLY,
                    REFUSED,
                    UNREACHABLE,
                    CLOSED ->
                    "";
        };
    }
}
