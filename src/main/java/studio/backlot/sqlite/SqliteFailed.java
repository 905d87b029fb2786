package studio.backlot.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;

/// A database did not do what was asked, and the transaction it happened in left no trace; the
/// message names the file, says why, and what to do. Adapters pass the message on in their
/// feature's own exception.
public final class SqliteFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why a database failed, for code that must tell the cases apart.
    public enum Reason {
        MISSING,
        ALREADY_EXISTS,
        /// The file is not a database, or not one of this kind.
        NOT_THIS_DATABASE,
        NEWER_FORMAT,
        OLDER_FORMAT,
        /// Tables or triggers are not those that the migrations made.
        ALTERED_SCHEMA,
        DAMAGED,
        DISK_FULL,
        /// Another program holds the database.
        LOCKED,
        READ_ONLY,
        /// A trigger or a constraint refused the change.
        REFUSED,
        /// The file could not be opened, read or written.
        UNREACHABLE,
        CLOSED
    }

    private final Reason reason;

    SqliteFailed(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    private SqliteFailed(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Words what SQLite reported; `what` is the kind of database, such as `ledger`.
    static SqliteFailed of(String what, Path file, SQLException failure) {
        String the = "The " + what + " " + file + " ";
        return switch (failure.getErrorCode() & 0xff) {
            case 13 ->
                    new SqliteFailed(
                            Reason.DISK_FULL,
                            the
                                    + "could not grow: the disk is full. Nothing was written; free some space and try again.",
                            failure);
            case 5, 6 ->
                    new SqliteFailed(
                            Reason.LOCKED,
                            the
                                    + "is locked by another program. Nothing was written; close it there and try again.",
                            failure);
            case 8 -> readOnly(what, file);
            case 11 -> damaged(the, failure);
            case 26 ->
                    new SqliteFailed(
                            Reason.NOT_THIS_DATABASE,
                            the
                                    + "is not a database: it was damaged or replaced. It was left as it is; "
                                    + "put back a copy that you trust.",
                            failure);
            case 19 ->
                    new SqliteFailed(
                            Reason.REFUSED,
                            the + "refused the change: " + failure.getMessage(),
                            failure);
            case 3, 14 ->
                    new SqliteFailed(
                            Reason.UNREACHABLE,
                            the
                                    + "could not be opened; check that the file and its folder exist and may be read and written, "
                                    + "or copy the folder to a place where you may write ("
                                    + failure.getMessage()
                                    + ").",
                            failure);
            case 10 ->
                    new SqliteFailed(
                            Reason.UNREACHABLE,
                            the
                                    + "could not be read or written: the disk reported an error, or has no room. "
                                    + "Check the disk and try again ("
                                    + failure.getMessage()
                                    + ").",
                            failure);
            default ->
                    new SqliteFailed(
                            Reason.UNREACHABLE,
                            the + "could not be used (" + failure.getMessage() + ").",
                            failure);
        };
    }

    static SqliteFailed readOnly(String what, Path file) {
        return new SqliteFailed(
                Reason.READ_ONLY,
                "The "
                        + what
                        + " "
                        + file
                        + " may only be read here. Nothing was written; "
                        + "check the permissions of the file and of its folder.");
    }

    static SqliteFailed damaged(String the, Throwable cause) {
        return new SqliteFailed(
                Reason.DAMAGED,
                the
                        + "is damaged ("
                        + cause.getMessage()
                        + "). It was left as it is; put back a copy that you trust.",
                cause);
    }
}
