package studio.backlot.provenance.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqlTask;
import studio.backlot.sqlite.SqliteDatabase;
import studio.backlot.sqlite.SqliteFailed;
import studio.backlot.sqlite.Statements;

/// A database opened for verification: one snapshot, read only, nothing believed; what is wrong
/// with it as findings.
final class RawDatabase implements AutoCloseable {
    private final String where;
    private final Path file;
    private final Migrations migrations;
    private final Optional<SqliteDatabase> database;
    private final String failure;

    private RawDatabase(
            Path file, Migrations migrations, Optional<SqliteDatabase> database, String failure) {
        this.file = file;
        this.where = String.valueOf(file.getFileName());
        this.migrations = migrations;
        this.database = database;
        this.failure = failure;
    }

    /// Opens whatever lies there. A file that SQLite cannot open is no failure of this method: each
    /// read will fail.
    static RawDatabase open(Path file, Migrations migrations) {
        SqliteDatabase opened;
        try {
            opened = SqliteDatabase.openUnchecked(file);
        } catch (SqliteFailed e) {
            return new RawDatabase(
                    file, migrations, Optional.empty(), String.valueOf(e.getMessage()));
        }
        try {
            opened.holdSnapshot();
            return new RawDatabase(file, migrations, Optional.of(opened), "");
        } catch (SqliteFailed e) {
            opened.close();
            return new RawDatabase(
                    file, migrations, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /// Reads in the snapshot; throws [LedgerFailed] in the words of the database.
    <T> T read(SqlTask<T> task) {
        try {
            return database.orElseThrow(() -> new LedgerFailed(failure)).read(task);
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    /// Identification, version, schema text, and SQLite's own check of every page, type and
    /// constraint. Reads over a connection of its own, so that rows can be read meanwhile.
    List<ValidationStatus> structure() {
        try (RawDatabase own = open(file, migrations)) {
            return own.checked();
        }
    }

    private List<ValidationStatus> checked() {
        List<ValidationStatus> findings = new ArrayList<>();
        String kind = pragma("application_id").getFirst();
        if (!kind.equals(Integer.toString(migrations.applicationId()))) {
            add(
                    findings,
                    "database.otherKind",
                    "it is marked as another program's file (application_id " + kind + ")");
        }
        String version = pragma("user_version").getFirst();
        if (!version.equals(Integer.toString(migrations.latestVersion()))) {
            add(
                    findings,
                    "database.otherVersion",
                    "its format is "
                            + version
                            + ", this program knows "
                            + migrations.latestVersion()
                            + ": verify with the Backlot that wrote it, or its number was changed");
        }
        for (String difference : differences()) {
            add(
                    findings,
                    code(difference),
                    difference + ": the database was altered by another program");
        }
        for (String problem : pragma("integrity_check(50)")) {
            if (!problem.equals("ok")) {
                add(findings, "database.damaged", "SQLite finds its file damaged: " + problem);
            }
        }
        return findings;
    }

    private void add(List<ValidationStatus> findings, String code, String explanation) {
        findings.add(ValidationStatus.finding(code, where, explanation));
    }

    private List<String> pragma(String name) {
        return read(statements -> answers(statements, "PRAGMA " + name));
    }

    private static List<String> answers(Statements statements, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (ResultSet rows = statements.prepare(sql).executeQuery()) {
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
        }
        return answers;
    }

    private List<String> differences() {
        try {
            return database.orElseThrow(() -> new LedgerFailed(failure))
                    .schemaDifferences(migrations);
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String code(String difference) {
        if (difference.endsWith("is missing")) {
            return difference.startsWith("the trigger")
                    ? "schema.triggerMissing"
                    : "schema.missing";
        }
        return difference.endsWith("was added") ? "schema.added" : "schema.altered";
    }

    @Override
    public void close() {
        try {
            database.ifPresent(SqliteDatabase::close);
        } catch (SqliteFailed e) {
            throw new LedgerFailed(String.valueOf(e.getMessage()), e);
        }
    }
}
