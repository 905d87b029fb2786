package studio.backlot.job.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.JobStore;
import studio.backlot.job.JobStoreFailed;
import studio.backlot.sqlite.SqlChange;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.Statements;

/// Runs as rows of the table `job`; each change is one durable transaction.
final class SqliteJobStore implements JobStore {
    private final SqliteDatabase database;

    SqliteJobStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void start(UUID job, String kind, Instant created, List<Long> payloadIds) {
        change(statements -> {
            var insert =
                    statements.prepare(
                            "INSERT INTO job(job_id, kind, state, created, payload_ids) VALUES(?, ?, 'running', ?, ?)");
            insert.setString(1, job.toString());
            insert.setString(2, kind);
            insert.setString(3, created.toString());
            insert.setString(4, ids(payloadIds));
            insert.executeUpdate();
        });
    }

    @Override
    public void noteIntent(UUID job, long index) {
        change(statements -> {
            var update =
                    statements.prepare(
                            "UPDATE job SET intent_index = ? WHERE job_id = ? AND state = 'running'");
            update.setLong(1, index);
            update.setString(2, job.toString());
            requireOne(update.executeUpdate(), job);
        });
    }

    @Override
    public void prepareResult(UUID job, JsonObject assertions, List<Long> payloadIds) {
        change(statements -> {
            List<Long> all =
                    Stream.concat(payloadIds(statements, job).stream(), payloadIds.stream())
                            .distinct()
                            .toList();
            var update =
                    statements.prepare(
                            "UPDATE job SET result_draft = ?, payload_ids = ? WHERE job_id = ? AND state = 'running'");
            update.setString(1, CanonicalJson.text(assertions));
            update.setString(2, ids(all));
            update.setString(3, job.toString());
            requireOne(update.executeUpdate(), job);
        });
    }

    private static List<Long> payloadIds(Statements statements, UUID job) throws SQLException {
        var select = statements.prepare("SELECT payload_ids FROM job WHERE job_id = ?");
        select.setString(1, job.toString());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? ids(rows.getString(1)) : List.of();
        }
    }

    private static void requireOne(int rows, UUID job) {
        if (rows != 1) {
            throw new JobStoreFailed(
                    "the workspace knows no open run "
                            + job
                            + ": start it before noting its progress");
        }
    }

    /// Takes the draft out as well: the ledger says it from now on.
    @Override
    public void finish(UUID job, JobState.Ended state) {
        change(statements -> {
            var update =
                    statements.prepare(
                            "UPDATE job SET state = ?, outcome_index = ?, result_draft = NULL WHERE job_id = ? AND state = 'running'");
            update.setString(1, nameOf(state));
            if (state instanceof JobState.Done done) {
                update.setLong(2, done.entry());
            } else {
                update.setNull(2, Types.INTEGER);
            }
            update.setString(3, job.toString());
            if (update.executeUpdate() > 0) {
                SqliteQueueStore.end(statements, job, state);
            }
        });
    }

    private static String nameOf(JobState.Ended state) {
        return switch (state) {
            case JobState.Done ignored -> "done";
            case JobState.Failed ignored -> "failed";
            case JobState.Cancelled ignored -> "cancelled";
            case JobState.Abandoned ignored -> "abandoned";
        };
    }

    @Override
    public void remove(UUID job) {
        change(statements -> {
            var delete = statements.prepare("DELETE FROM job WHERE job_id = ?");
            delete.setString(1, job.toString());
            delete.executeUpdate();
        });
    }

    @Override
    public List<JobRecord> unfinished() {
        return SqliteWorkspace.translated(() ->
                database.read(statements -> {
                    var select =
                            statements.prepare(
                                    "SELECT job_id, kind, created, intent_index, result_draft, payload_ids FROM job"
                                            + " WHERE state = 'running' ORDER BY rowid");
                    List<JobRecord> records = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            records.add(record(rows));
                        }
                    }
                    return records;
                }));
    }

    private static JobRecord record(ResultSet row) throws SQLException {
        long intent = row.getLong(4);
        Optional<Long> noted = row.wasNull() ? Optional.empty() : Optional.of(intent);
        return new JobRecord(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                Instant.parse(row.getString(3)),
                noted,
                Optional.ofNullable(row.getString(5))
                        .map(JsonReader::parse)
                        .map(JsonObject.class::cast),
                ids(row.getString(6)));
    }

    private void change(SqlChange change) {
        SqliteWorkspace.translated(() -> {
            database.change(change);
            return true;
        });
    }

    static String ids(List<Long> ids) {
        return CanonicalJson.text(
                new JsonArray(ids.stream().map(id -> (JsonValue) JsonNumber.of(id)).toList()));
    }

    static List<Long> ids(String json) {
        List<Long> ids = new ArrayList<>();
        if (JsonReader.parse(json) instanceof JsonArray array) {
            array.elements().forEach(id -> ids.add(((JsonNumber) id).asLong()));
        }
        return ids;
    }
}
