package studio.backlot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.sqlite.SqliteFailed.Reason;

class SqliteDatabaseTest {
    private static final Migrations FIRST =
            Migrations.of(SqliteDatabaseTest.class, "reel list", "BLtt", "reel-V001.sql");
    private static final Migrations SECOND =
            Migrations.of(
                    SqliteDatabaseTest.class,
                    "reel list",
                    "BLtt",
                    "reel-V001.sql",
                    "reel-V002.sql");

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsThereAfterReopening() {
        Path file = made(FIRST);
        try (var database = SqliteDatabase.open(file, FIRST)) {
            insert(database, "one");
            assertThat(names(database)).isEqualTo(1);
        }
        try (var database = SqliteDatabase.open(file, FIRST)) {
            assertThat(names(database)).isEqualTo(1);
            assertThat(database.file()).isEqualTo(file);
            assertThat(database.damage()).isEmpty();
        }
    }

    @Test
    void foldersWithSignsOfUrlsInTheirNamesWork() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("what? #1 100%25 a&b=c ü"));
        Path file = odd.resolve("reel.sqlite");
        SqliteDatabase.create(file, FIRST, session -> {});
        try (var database = SqliteDatabase.open(file, FIRST)) {
            insert(database, "one");
        }
        try (var database = SqliteDatabase.openForReading(file, FIRST)) {
            assertThat(names(database)).isEqualTo(1);
        }
        assertThat(odd.resolve("reel.sqlite")).exists();
    }

    @Test
    void aWriterIsDurableAndSuspicious() {
        try (var database = SqliteDatabase.open(made(FIRST), FIRST)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "recursive_triggers")).isEqualTo("1");
            assertThat(pragma(database, "trusted_schema")).isEqualTo("0");
            assertThat(pragma(database, "secure_delete")).isEqualTo("1");
            assertThat(pragma(database, "fullfsync")).isEqualTo("1");
            assertThat(pragma(database, "checkpoint_fullfsync")).isEqualTo("1");
            assertThat(pragma(database, "mmap_size")).isEqualTo("0");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("2000");
            assertThat(pragma(database, "cell_size_check")).isEqualTo("1");
            assertThat(pragma(database, "application_id"))
                    .isEqualTo(Integer.toString(FIRST.applicationId()));
        }
    }

    @Test
    void aTaskThatThrowsLeavesNoTraceAndTheDatabaseUsable() {
        try (var database = SqliteDatabase.open(made(FIRST), FIRST)) {
            assertThatThrownBy(() ->
                            database.change(session -> {
                                session.execute("INSERT INTO reel(name) VALUES('one')");
                                throw new IllegalArgumentException("changed my mind");
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(names(database)).isZero();
            insert(database, "two");
            assertThat(names(database)).isEqualTo(1);
        }
    }

    @Test
    void aRefusedStatementLeavesNoTraceAndKeptStatementsUsable() {
        try (var database = SqliteDatabase.open(made(FIRST), FIRST)) {
            assertThatThrownBy(() ->
                            database.change(session -> {
                                session.execute("INSERT INTO reel(name) VALUES('one')");
                                session.execute("DELETE FROM reel");
                            }))
                    .isInstanceOfSatisfying(
                            SqliteFailed.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                    .hasMessageContaining("reels are kept");
            assertThatThrownBy(() -> insert(database, "")).isInstanceOf(SqliteFailed.class);
            insert(database, "two");
            assertThat(names(database)).isEqualTo(1);
        }
    }

    @Test
    void aTransactionInsideATransactionIsRefused() {
        try (var database = SqliteDatabase.open(made(FIRST), FIRST)) {
            assertThatThrownBy(() -> database.change(session -> insert(database, "inner")))
                    .isInstanceOf(IllegalStateException.class);
            insert(database, "after");
            assertThat(names(database)).isEqualTo(1);
        }
    }

    @Test
    void aClosedDatabaseSaysSo() {
        var database = SqliteDatabase.open(made(FIRST), FIRST);
        database.close();
        database.close();
        fails(Reason.CLOSED, () -> names(database));
        fails(Reason.CLOSED, () -> insert(database, "one"));
    }

    @Test
    void aReaderFollowsTheWriterAndChangesNothing() {
        Path file = made(FIRST);
        try (var writer = SqliteDatabase.open(file, FIRST);
                var reader = SqliteDatabase.openForReading(file, FIRST)) {
            assertThat(names(reader)).isZero();
            insert(writer, "one");
            assertThat(names(reader)).isEqualTo(1);
            fails(Reason.READ_ONLY, () -> insert(reader, "two"));
            insert(writer, "three");
            assertThat(names(reader)).isEqualTo(2);
        }
    }

    @Test
    void aReadSeesOneSnapshot() {
        Path file = made(FIRST);
        try (var writer = SqliteDatabase.open(file, FIRST);
                var reader = SqliteDatabase.openForReading(file, FIRST)) {
            int secondCount =
                    reader.read(session -> {
                        count(session);
                        insert(writer, "meanwhile");
                        return count(session);
                    });
            assertThat(secondCount).isZero();
            assertThat(names(reader)).isEqualTo(1);
        }
    }

    @Test
    void anOlderVersionIsBroughtUpByAWriterOnly() {
        Path file = made(FIRST);
        fails(Reason.OLDER_FORMAT, () -> SqliteDatabase.openForReading(file, SECOND));
        SqliteDatabase.open(file, SECOND).close();
        try (var reader = SqliteDatabase.openForReading(file, SECOND)) {
            assertThat(pragma(reader, "user_version")).isEqualTo("2");
            assertThat(reader.schemaDifferences(SECOND)).isEmpty();
        }
    }

    @Test
    void aNewerVersionIsLeftAlone() {
        Path file = made(SECOND);
        fails(Reason.NEWER_FORMAT, () -> SqliteDatabase.open(file, FIRST));
        fails(Reason.NEWER_FORMAT, () -> SqliteDatabase.openForReading(file, FIRST));
    }

    @Test
    void aMissingTriggerIsRefusedForWritingAndNamedForReading() throws SQLException {
        Path file = made(FIRST);
        outside(file, "DROP TRIGGER reel_no_delete");
        assertThatThrownBy(() -> SqliteDatabase.open(file, FIRST))
                .isInstanceOfSatisfying(
                        SqliteFailed.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.ALTERED_SCHEMA))
                .hasMessageContaining("trigger reel_no_delete of reel is missing");
        try (var reader = SqliteDatabase.openForReading(file, FIRST)) {
            assertThat(reader.schemaDifferences(FIRST))
                    .containsExactly("the trigger reel_no_delete of reel is missing");
        }
    }

    @Test
    void alteredAndAddedObjectsAreNamed() throws SQLException {
        Path file = made(FIRST);
        outside(
                file,
                "DROP TRIGGER reel_no_delete;"
                        + "CREATE TRIGGER reel_no_delete BEFORE DELETE ON reel BEGIN SELECT 1; END;"
                        + "CREATE TRIGGER spy AFTER INSERT ON reel BEGIN SELECT 1; END");
        try (var reader = SqliteDatabase.openForReading(file, FIRST)) {
            assertThat(reader.schemaDifferences(FIRST))
                    .containsExactlyInAnyOrder(
                            "the trigger reel_no_delete of reel was altered",
                            "the trigger spy of reel was added");
        }
    }

    @Test
    void anotherProgramsExclusiveLockIsNamed() throws SQLException {
        Path file = made(FIRST);
        try (var database = SqliteDatabase.open(file, FIRST);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            fails(Reason.LOCKED, () -> insert(database, "one"));
            statement.execute("ROLLBACK");
            insert(database, "two");
            assertThat(names(database)).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskLeavesNoTrace() {
        try (var database = SqliteDatabase.open(made(FIRST), FIRST)) {
            insert(database, "one");
            database.read(session -> {
                session.execute("PRAGMA max_page_count=4");
                return true;
            });
            fails(Reason.DISK_FULL, () -> insert(database, "x".repeat(100_000)));
            database.read(session -> {
                session.execute("PRAGMA max_page_count=1000000");
                return true;
            });
            insert(database, "x".repeat(100_000));
            assertThat(names(database)).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path garbage = folder.resolve("garbage.sqlite");
        byte[] bytes = new byte[5000];
        Arrays.fill(bytes, (byte) 'g');
        Files.write(garbage, bytes);
        fails(Reason.NOT_THIS_DATABASE, () -> SqliteDatabase.open(garbage, FIRST));
        fails(Reason.NOT_THIS_DATABASE, () -> SqliteDatabase.openForReading(garbage, FIRST));
        assertThat(Files.readAllBytes(garbage)).isEqualTo(bytes);

        Path empty = Files.createFile(folder.resolve("empty.sqlite"));
        fails(Reason.NOT_THIS_DATABASE, () -> SqliteDatabase.open(empty, FIRST));
        assertThat(empty).isEmptyFile();

        fails(Reason.MISSING, () -> SqliteDatabase.open(folder.resolve("nowhere.sqlite"), FIRST));
        assertThat(folder.resolve("nowhere.sqlite")).doesNotExist();
        fails(Reason.NOT_THIS_DATABASE, () -> SqliteDatabase.open(folder, FIRST));
    }

    @Test
    void everyTruncationIsATypedFailure() throws IOException {
        Path whole = made(FIRST);
        try (var database = SqliteDatabase.open(whole, FIRST)) {
            insert(database, "x".repeat(20_000));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.sqlite");
        for (int length = 1; length < bytes.length; length += 997) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SqliteDatabase.open(cut, FIRST))
                    .isInstanceOf(SqliteFailed.class);
        }
    }

    @Test
    void creatingIsWholeOrNotAtAllAndNeverReplaces() throws IOException {
        Path file = folder.resolve("reel.sqlite");
        Files.writeString(folder.resolve("reel.sqlite.new"), "left by a crash");
        assertThatThrownBy(() ->
                        SqliteDatabase.create(
                                file,
                                FIRST,
                                session -> {
                                    throw new SQLException("stop");
                                }))
                .isInstanceOf(SqliteFailed.class);
        assertThat(file).doesNotExist();
        SqliteDatabase.create(
                file, FIRST, session -> session.execute("INSERT INTO reel(name) VALUES('one')"));
        fails(Reason.ALREADY_EXISTS, () -> SqliteDatabase.create(file, FIRST, session -> {}));
        try (var database = SqliteDatabase.open(file, FIRST)) {
            assertThat(names(database)).isEqualTo(1);
        }
        fails(
                Reason.UNREACHABLE,
                () ->
                        SqliteDatabase.create(
                                folder.resolve("no folder").resolve("a.sqlite"),
                                FIRST,
                                session -> {}));
        assertThat(folder.resolve("reel.sqlite.new")).doesNotExist();
    }

    @Test
    void aPrivateDatabaseIsTheOwnersOnly() throws IOException {
        Path file = folder.resolve("key.sqlite");
        SqliteDatabase.createPrivate(file, FIRST, session -> {});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var database = SqliteDatabase.open(file, FIRST)) {
            insert(database, "one");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.resolve("key.sqlite-wal"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void scrubbingLeavesNothingOfWhatWasReplaced() throws IOException {
        String canary = "canary-5a1d0f";
        Path file = made(FIRST);
        try (var writer = SqliteDatabase.open(file, FIRST)) {
            insert(writer, canary);
            writer.change(session -> session.execute("UPDATE reel SET name = 'other'"));
            assertThat(isAnywhere(canary)).isTrue();
            writer.scrub();
            assertThat(isAnywhere(canary)).isFalse();
            try (var reader = SqliteDatabase.openForReading(file, FIRST)) {
                insert(writer, canary);
                reader.read(session -> {
                    count(session);
                    fails(Reason.LOCKED, writer::scrub);
                    return true;
                });
                writer.scrub();
            }
        }
    }

    private boolean isAnywhere(String text) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                if (new String(
                                Files.readAllBytes(path),
                                java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Path made(Migrations migrations) {
        Path file = folder.resolve("reel.sqlite");
        SqliteDatabase.create(file, migrations, session -> {});
        return file;
    }

    private static void insert(SqliteDatabase database, String name) {
        database.change(session -> {
            var statement = session.prepare("INSERT INTO reel(name) VALUES(?)");
            statement.setString(1, name);
            statement.executeUpdate();
        });
    }

    private static int names(SqliteDatabase database) {
        return database.read(SqliteDatabaseTest::count);
    }

    private static int count(Statements session) throws SQLException {
        try (var rows = session.prepare("SELECT count(*) FROM reel").executeQuery()) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    private static String pragma(SqliteDatabase database, String name) {
        return database.read(session -> {
            try (var rows = session.prepare("PRAGMA " + name).executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }

    private static void outside(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void fails(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .matches(e -> e instanceof SqliteFailed failed && failed.reason() == reason);
    }
}
