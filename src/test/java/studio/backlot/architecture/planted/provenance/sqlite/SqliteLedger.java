package studio.backlot.architecture.planted.provenance.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import studio.backlot.architecture.planted.provenance.Ledger;

/// Innocent: an adapter that may use `java.sql`, write files, start the writer's thread, and call
/// itself.
public final class SqliteLedger implements Ledger {
    private final Connection connection;

    public SqliteLedger(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void append(String draft) {
        try {
            connection.setSavepoint(draft);
            Files.writeString(Path.of(draft), draft);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Thread writer() {
        return Thread.ofPlatform().unstarted(() -> append("again"));
    }
}
