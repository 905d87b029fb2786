package studio.backlot.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import studio.backlot.sqlite.SqliteFailed.Reason;

/// Makes a database file under a temporary name and renames it, so that no crash leaves half of
/// one.
final class NewDatabase {
    private NewDatabase() {}

    static void make(Path file, Migrations migrations, SqlChange initial, boolean isPrivate) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new SqliteFailed(
                    Reason.ALREADY_EXISTS,
                    "There is a " + migrations.what() + " at " + file + " already.");
        }
        Path temporary = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.deleteIfExists(target.resolveSibling(temporary.getFileName() + "-journal"));
            Files.deleteIfExists(temporary);
            createEmpty(temporary, isPrivate);
            fill(temporary, migrations, initial);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(target);
        } catch (IOException e) {
            throw new SqliteFailed(
                    Reason.UNREACHABLE,
                    "The "
                            + migrations.what()
                            + " "
                            + file
                            + " could not be made; check that its folder exists and "
                            + "may be written ("
                            + e
                            + ").");
        } catch (SQLException e) {
            throw SqliteFailed.of(migrations.what(), file, e);
        }
    }

    private static void createEmpty(Path temporary, boolean isPrivate) throws IOException {
        if (isPrivate
                && temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            Files.createFile(temporary, ownerOnly);
        } else {
            Files.createFile(temporary);
        }
    }

    private static void fill(Path temporary, Migrations migrations, SqlChange initial)
            throws SQLException {
        try (Connection connection = Connections.forWriting(temporary)) {
            var statements = new Statements(connection);
            connection.setAutoCommit(false);
            migrations.apply(statements, 0);
            initial.run(statements);
            statements.forget();
            connection.setAutoCommit(true);
        }
    }

    /// Makes the new name durable. Windows cannot open a folder for this, and needs it not.
    private static void syncFolder(Path target) {
        try (FileChannel folder = FileChannel.open(parentOf(target), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return; // not possible on this platform
        }
    }

    private static Path parentOf(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("no folder");
        }
        return parent;
    }
}
