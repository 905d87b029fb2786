package studio.backlot.sqlite;

import java.sql.SQLException;

/// Work on a database inside one transaction that gives no result.
@FunctionalInterface
public interface SqlChange {
    void run(Statements statements) throws SQLException;
}
