package studio.backlot.job.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.job.JobState;
import studio.backlot.job.QueueStore;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.sqlite.SqlChange;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.Statements;

/// The queue as rows of the tables `queued_job` and `job_checkpoint`; each change is one durable
/// transaction.
final class SqliteQueueStore implements QueueStore {
    private final SqliteDatabase database;

    SqliteQueueStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(QueuedJob job) {
        change(statements -> {
            var insert =
                    statements.prepare(
                            "INSERT INTO queued_job(job_id, place, standing, created, job_order, payload_ids)"
                                    + " VALUES(?, (SELECT coalesce(max(place), 0) + 1 FROM queued_job), ?, ?, ?, ?)");
            insert.setString(1, job.job().toString());
            insert.setString(2, job.standing().wireName());
            insert.setString(3, job.created().toString());
            insert.setString(4, CanonicalJson.text(job.order()));
            insert.setString(5, SqliteJobStore.ids(job.payloadIds()));
            insert.executeUpdate();
        });
    }

    @Override
    public void stand(UUID job, Standing standing) {
        change(statements -> stand(statements, job, standing));
    }

    private static void stand(Statements statements, UUID job, Standing standing)
            throws SQLException {
        var update = statements.prepare("UPDATE queued_job SET standing = ? WHERE job_id = ?");
        update.setString(1, standing.wireName());
        update.setString(2, job.toString());
        update.executeUpdate();
    }

    @Override
    public void arrange(List<UUID> order) {
        change(statements -> {
            List<UUID> all = new ArrayList<>(order);
            try (ResultSet rows =
                    statements
                            .prepare("SELECT job_id FROM queued_job ORDER BY place")
                            .executeQuery()) {
                while (rows.next()) {
                    all.add(UUID.fromString(rows.getString(1)));
                }
            }
            var update = statements.prepare("UPDATE queued_job SET place = ? WHERE job_id = ?");
            int place = 0;
            for (UUID job : all.stream().distinct().toList()) {
                update.setInt(1, ++place);
                update.setString(2, job.toString());
                update.executeUpdate();
            }
        });
    }

    @Override
    public void drop(UUID job) {
        change(statements -> drop(statements, job));
    }

    private static void drop(Statements statements, UUID job) throws SQLException {
        dropCheckpoint(statements, job);
        var delete = statements.prepare("DELETE FROM queued_job WHERE job_id = ?");
        delete.setString(1, job.toString());
        delete.executeUpdate();
    }

    private static void dropCheckpoint(Statements statements, UUID job) throws SQLException {
        var delete = statements.prepare("DELETE FROM job_checkpoint WHERE job_id = ?");
        delete.setString(1, job.toString());
        delete.executeUpdate();
    }

    /// What the end of a run does to its job in the queue, inside the transaction that ends it.
    static void end(Statements statements, UUID job, JobState.Ended state) throws SQLException {
        if (state instanceof JobState.Failed) {
            stand(statements, job, Standing.FAILED);
            dropCheckpoint(statements, job);
        } else {
            drop(statements, job);
        }
    }

    @Override
    public List<QueuedJob> jobs() {
        return SqliteWorkspace.translated(() ->
                database.read(statements -> {
                    List<QueuedJob> jobs = new ArrayList<>();
                    try (ResultSet rows =
                            statements
                                    .prepare(
                                            "SELECT job_id, created, standing, job_order, payload_ids"
                                                    + " FROM queued_job ORDER BY place")
                                    .executeQuery()) {
                        while (rows.next()) {
                            jobs.add(job(rows));
                        }
                    }
                    return jobs;
                }));
    }

    private static QueuedJob job(ResultSet row) throws SQLException {
        return new QueuedJob(
                UUID.fromString(row.getString(1)),
                Instant.parse(row.getString(2)),
                Standing.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                (JsonObject) JsonReader.parse(row.getString(4)),
                SqliteJobStore.ids(row.getString(5)));
    }

    @Override
    public void keepCheckpoint(UUID job, byte[] content) {
        if (content.length > LARGEST_CHECKPOINT) {
            throw new IllegalArgumentException(
                    "a checkpoint of " + content.length + " bytes is too large to keep");
        }
        change(statements -> {
            var upsert =
                    statements.prepare(
                            "INSERT INTO job_checkpoint(job_id, content)"
                                    + " SELECT job_id, ? FROM queued_job WHERE job_id = ?"
                                    + " ON CONFLICT(job_id) DO UPDATE SET content = excluded.content");
            upsert.setBytes(1, content);
            upsert.setString(2, job.toString());
            upsert.executeUpdate();
        });
    }

    @Override
    public Optional<byte[]> checkpoint(UUID job) {
        return SqliteWorkspace.translated(() ->
                database.read(statements -> {
                    var select =
                            statements.prepare(
                                    "SELECT content FROM job_checkpoint WHERE job_id = ?");
                    select.setString(1, job.toString());
                    try (ResultSet rows = select.executeQuery()) {
                        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                    }
                }));
    }

    private void change(SqlChange change) {
        SqliteWorkspace.translated(() -> {
            database.change(change);
            return true;
        });
    }
}
