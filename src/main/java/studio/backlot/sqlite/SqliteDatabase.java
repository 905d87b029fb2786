package studio.backlot.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import studio.backlot.base.WindowThread;
import studio.backlot.sqlite.SqliteFailed.Reason;

/// One open SQLite file of a known kind: write-ahead log, durable commits, one transaction at a
/// time.
///
/// Opened for writing, the schema must be exactly what the migrations make; an older version is
/// brought up first. Opened for reading, each [#read] sees the newest commit of whoever writes.
/// Failures are [SqliteFailed]. Safe for several threads: what they ask is done one after another.
public final class SqliteDatabase implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final String what;
    private final Connection connection;
    private final Statements statements;
    private final boolean isFrozen;
    private boolean isHeld;

    private SqliteDatabase(Path file, String what, Connection connection, boolean isFrozen) {
        this.file = file;
        this.what = what;
        this.connection = connection;
        this.statements = new Statements(connection);
        this.isFrozen = isFrozen;
    }

    /// Makes a new database, filled by `initial`, whole or not at all: it is made under another
    /// name and renamed.
    public static void create(Path file, Migrations migrations, SqlChange initial) {
        NewDatabase.make(file, migrations, initial, false);
    }

    /// As [#create], in a file that only the owner may read where the file system knows owners.
    public static void createPrivate(Path file, Migrations migrations, SqlChange initial) {
        NewDatabase.make(file, migrations, initial, true);
    }

    /// Opens an existing database to read and write.
    public static SqliteDatabase open(Path file, Migrations migrations) {
        requireFile(file, migrations.what());
        if (!Files.isWritable(file) || !Files.isWritable(DatabaseFiles.folder(file))) {
            throw SqliteFailed.readOnly(migrations.what(), file);
        }
        return opened(
                file,
                migrations.what(),
                () -> Connections.forWriting(file),
                database -> {
                    int version = database.soundness().requireKind(migrations);
                    database.soundness().requireWholePages();
                    if (version < migrations.latestVersion()) {
                        database.write(session -> {
                            migrations.apply(session, version);
                            return version;
                        });
                    }
                    database.soundness().requireSchema(migrations);
                    database.soundness().requireWhole();
                    database.change(session -> {}); // SQLite opens what it may not write as well,
                    // and would say so only later
                    String journal =
                            Connections.answer(database.connection, "PRAGMA journal_mode=WAL");
                    if (!journal.equals("wal")) {
                        throw new SqliteFailed(
                                Reason.UNREACHABLE,
                                database.the()
                                        + "cannot keep a write-ahead log here; "
                                        + "move the folder to a disk of this machine.");
                    }
                });
    }

    /// Opens an existing database to read it, also while another program writes it, and in a folder
    /// that is read-only. An altered schema does not prevent it: ask [#schemaDifferences].
    public static SqliteDatabase openForReading(Path file, Migrations migrations) {
        return openReading(
                file,
                migrations.what(),
                database -> {
                    if (database.soundness().requireKind(migrations) < migrations.latestVersion()) {
                        throw new SqliteFailed(
                                Reason.OLDER_FORMAT,
                                database.the() + "has an older format; open it for writing once.");
                    }
                    database.soundness().requireWhole();
                });
    }

    /// Opens whatever SQLite can read, of any kind, version and schema: for a verifier. Nothing is
    /// checked.
    public static SqliteDatabase openUnchecked(Path file) {
        return openReading(file, "database", database -> {});
    }

    private static SqliteDatabase openReading(Path file, String what, Check check) {
        requireFile(file, what);
        try {
            return opened(file, what, () -> readable(Connections.forReading(file)), check);
        } catch (SqliteFailed e) {
            if (e.reason() == Reason.UNREACHABLE
                    && !Files.isWritable(DatabaseFiles.folder(file))
                    && !DatabaseFiles.hasLog(file)) {
                return frozen(file, what, check);
            }
            throw e;
        }
    }

    /// Reads once, because SQLite opens the file, and looks for its log, only then.
    private static Connection readable(Connection connection) throws SQLException {
        try {
            Connections.answer(connection, "PRAGMA user_version");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SqliteDatabase frozen(Path file, String what, Check check) {
        try {
            return checked(
                    new SqliteDatabase(file, what, Connections.forReadingFrozen(file), true),
                    check);
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        }
    }

    private static SqliteDatabase opened(Path file, String what, Opening opening, Check check) {
        try {
            return checked(new SqliteDatabase(file, what, opening.open(), false), check);
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        }
    }

    private static SqliteDatabase checked(SqliteDatabase database, Check check)
            throws SQLException {
        boolean isSound = false;
        try {
            check.run(database);
            isSound = true;
            return database;
        } finally {
            if (!isSound) {
                database.connection.close();
            }
        }
    }

    private static void requireFile(Path file, String what) {
        if (!Files.exists(file)) {
            throw new SqliteFailed(Reason.MISSING, "There is no " + what + " at " + file + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new SqliteFailed(
                    Reason.NOT_THIS_DATABASE, "The " + what + " " + file + " is not a file.");
        }
    }

    private Soundness soundness() {
        return new Soundness(file, what, the(), connection);
    }

    public Path file() {
        return file;
    }

    /// Runs a task in one transaction that is durable when this returns; whatever it throws rolls
    /// all of it back.
    public <T> T write(SqlTask<T> task) {
        WindowThread.refuse("a database was written");
        turn.lock();
        try {
            requireOpen();
            connection.setAutoCommit(false);
            T result = task.run(statements);
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            rollBack();
            throw SqliteFailed.of(what, file, e);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /// As [#write], for a task without a result.
    public void change(SqlChange change) {
        write(session -> {
            change.run(session);
            return true;
        });
    }

    private void rollBack() {
        try {
            statements.forget();
            if (!connection.isClosed()) {
                statements.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            // SQLite had rolled back by itself: there was no transaction any more
            return;
        } finally {
            leaveTransaction();
        }
    }

    private void leaveTransaction() {
        try {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            return; // the driver says that there was nothing to commit, and has noted that the
            // transaction is over
        }
    }

    /// Runs a task that only reads, on one snapshot when this database is open for reading.
    public <T> T read(SqlTask<T> task) {
        WindowThread.refuse("a database was read");
        turn.lock();
        try {
            requireOpen();
            if (isFrozen && DatabaseFiles.hasLog(file)) {
                throw new SqliteFailed(
                        Reason.LOCKED,
                        the() + "has been opened for writing in the meantime; open it again.");
            }
            return connection.isReadOnly() && !isHeld ? onOneSnapshot(task) : task.run(statements);
        } catch (SQLException e) {
            statements.forget();
            throw SqliteFailed.of(what, file, e);
        } finally {
            turn.unlock();
        }
    }

    /// From now on every [#read] sees the newest commit of this moment, whatever is written
    /// meanwhile, until this database is closed. Only for one that is open for reading; the log
    /// cannot be emptied while it is held.
    public void holdSnapshot() {
        turn.lock();
        try {
            requireOpen();
            if (!connection.isReadOnly()) {
                throw new IllegalStateException(file + " is open for writing");
            }
            connection.setAutoCommit(false);
            isHeld = true;
            Connections.answer(connection, "SELECT count(*) FROM sqlite_schema");
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T onOneSnapshot(SqlTask<T> task) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return task.run(statements);
        } finally {
            rollBackRead();
        }
    }

    private void rollBackRead() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            rollBack();
        }
    }

    /// In words, how tables and triggers depart from what the migrations make; empty when they do
    /// not.
    public List<String> schemaDifferences(Migrations migrations) {
        turn.lock();
        try {
            requireOpen();
            return migrations.differences(connection);
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        } finally {
            turn.unlock();
        }
    }

    /// What SQLite's own check of all pages finds first; empty when it finds nothing. Reads the
    /// whole file.
    public Optional<String> damage() {
        String answer = read(session -> Connections.answer(connection, "PRAGMA quick_check(1)"));
        return answer.equals("ok") ? Optional.empty() : Optional.of(answer);
    }

    /// Rewrites the file without what was deleted from it and empties the write-ahead log, so that
    /// no file of this database holds deleted content any more. Throws with [Reason#LOCKED] while
    /// another program reads an older state; then call it again later.
    public void scrub() {
        turn.lock();
        try {
            requireOpen();
            statements.forget();
            statements.execute("VACUUM");
            if (!Connections.answer(connection, "PRAGMA wal_checkpoint(TRUNCATE)").equals("0")) {
                throw new SqliteFailed(
                        Reason.LOCKED,
                        the()
                                + "is being read by another program, so that what was "
                                + "erased is still in its log. Close it there and erase again.");
            }
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        } finally {
            turn.unlock();
        }
    }

    /// Releases the file; the last one to close it empties and removes the write-ahead log.
    @Override
    public void close() {
        turn.lock();
        try {
            if (!connection.isClosed()) {
                statements.forget();
                connection.close();
            }
        } catch (SQLException e) {
            throw SqliteFailed.of(what, file, e);
        } finally {
            turn.unlock();
        }
    }

    private void requireOpen() throws SQLException {
        if (connection.isClosed()) {
            throw new SqliteFailed(Reason.CLOSED, the() + "has been closed.");
        }
        if (!connection.getAutoCommit() && !isHeld) {
            throw new IllegalStateException("a transaction on " + file + " is still running");
        }
    }

    private String the() {
        return "The " + what + " " + file + " ";
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private interface Check {
        void run(SqliteDatabase database) throws SQLException;
    }
}
