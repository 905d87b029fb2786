package studio.backlot.job.sqlite;

import java.sql.ResultSet;
import java.util.Optional;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.sqlite.SqlChange;
import studio.backlot.sqlite.SqliteDatabase;

/// Settings as rows of the table `setting`.
final class SqliteWorkspaceSettings implements WorkspaceSettings {
    private final SqliteDatabase database;

    SqliteWorkspaceSettings(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<JsonValue> read(String name) {
        return SqliteWorkspace.translated(() ->
                database.read(statements -> {
                    var select = statements.prepare("SELECT value FROM setting WHERE name = ?");
                    select.setString(1, name);
                    try (ResultSet rows = select.executeQuery()) {
                        return rows.next()
                                ? Optional.of(JsonReader.parse(rows.getString(1)))
                                : Optional.empty();
                    }
                }));
    }

    @Override
    public void write(String name, JsonValue value) {
        change(statements -> {
            var insert =
                    statements.prepare(
                            "INSERT INTO setting(name, value) VALUES(?, ?)"
                                    + " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
            insert.setString(1, name);
            insert.setString(2, CanonicalJson.text(value));
            insert.executeUpdate();
        });
    }

    @Override
    public void remove(String name) {
        change(statements -> {
            var delete = statements.prepare("DELETE FROM setting WHERE name = ?");
            delete.setString(1, name);
            delete.executeUpdate();
        });
    }

    private void change(SqlChange change) {
        SqliteWorkspace.translated(() -> {
            database.change(change);
            return true;
        });
    }
}
