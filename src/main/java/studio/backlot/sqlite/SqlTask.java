package studio.backlot.sqlite;

import java.sql.SQLException;

/// Work on a database inside one transaction that gives a result.
@FunctionalInterface
public interface SqlTask<T> {
    T run(Statements statements) throws SQLException;
}
