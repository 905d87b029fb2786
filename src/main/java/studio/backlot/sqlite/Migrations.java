package studio.backlot.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The numbered SQL texts that make one kind of database, and the proof that a file still has the
/// schema they make.
///
/// The first text makes version 1. SQLite's `user_version` holds the version, `application_id` the
/// kind. A published text is never edited: a change is a further text. Immutable.
public final class Migrations {
    private static final String SCHEMA =
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
                    + " WHERE name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')"
                    + " AND name NOT LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\'";

    private final String what;
    private final int applicationId;
    private final List<String> texts;

    private Migrations(String what, int applicationId, List<String> texts) {
        this.what = what;
        this.applicationId = applicationId;
        this.texts = List.copyOf(texts);
    }

    /// Reads the texts that lie beside a class: `what` names the kind of database in messages, such
    /// as `ledger`; `tag` is its `application_id`, four ASCII characters; `names` are the
    /// resources, version 1 first.
    public static Migrations of(Class<?> beside, String what, String tag, String... names) {
        byte[] ascii = tag.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length != 4 || names.length == 0) {
            throw new IllegalArgumentException(
                    "a database needs a tag of four characters and a text, not " + tag);
        }
        int applicationId = ascii[0] << 24 | ascii[1] << 16 | ascii[2] << 8 | ascii[3];
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(text(beside, name));
        }
        return new Migrations(what, applicationId, texts);
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no migration " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the migration " + name + " cannot be read", e);
        }
    }

    /// The kind of database, as messages name it.
    public String what() {
        return what;
    }

    /// The number that `PRAGMA application_id` answers for such a database.
    public int applicationId() {
        return applicationId;
    }

    /// The version that this program writes.
    public int latestVersion() {
        return texts.size();
    }

    /// Brings a database from a version (0 is empty) to the latest; call inside a transaction.
    void apply(Statements statements, int from) throws SQLException {
        for (int version = from; version < texts.size(); version++) {
            statements.execute(texts.get(version));
        }
        statements.execute("PRAGMA application_id=" + applicationId);
        statements.execute("PRAGMA user_version=" + texts.size());
    }

    /// In words, how the schema of a database departs from what the migrations make; empty when it
    /// does not.
    List<String> differences(Connection connection) throws SQLException {
        Map<String, String> expected;
        try (Connection empty = Connections.inMemory()) {
            apply(new Statements(empty), 0);
            expected = schema(empty);
        }
        Map<String, String> found = schema(connection);
        List<String> differences = new ArrayList<>();
        expected.forEach((object, sql) -> {
            if (!found.containsKey(object)) {
                differences.add("the " + object + " is missing");
            } else if (!sql.equals(found.get(object))) {
                differences.add("the " + object + " was altered");
            }
        });
        found.keySet().stream()
                .filter(object -> !expected.containsKey(object))
                .forEach(object -> differences.add("the " + object + " was added"));
        return differences;
    }

    private static Map<String, String> schema(Connection connection) throws SQLException {
        Map<String, String> schema = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMA)) {
            while (rows.next()) {
                String object =
                        rows.getString(1) + " " + rows.getString(2) + " of " + rows.getString(3);
                schema.put(object, rows.getString(4).strip().replaceAll("\\s+", " "));
            }
        }
        return schema;
    }
}
