package studio.backlot.architecture.planted.search;

import java.sql.Connection;

/// Guilty: SQL outside an adapter for it.
public final class AsksSql {
    private AsksSql() {}

    public static boolean isThere(Connection connection) {
        return connection.hashCode() != 0;
    }
}
