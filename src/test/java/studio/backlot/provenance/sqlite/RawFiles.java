package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks into files and databases from outside, past the code that is tested.
final class RawFiles {
    private RawFiles() {}

    /// The files below a folder that hold these bytes somewhere.
    static List<Path> holding(Path folder, byte[] bytes) throws IOException {
        List<Path> found = new ArrayList<>();
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(path, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    /// The one number that a query answers.
    static long number(Path database, String sql) throws SQLException {
        try (var connection = Outside.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    /// The one value that a query answers on a database, with `attached` beside it as `p`.
    static byte[] value(Path attached, Path database, String sql) throws SQLException {
        try (var connection = Outside.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("ATTACH '" + attached + "' AS p");
            try (var row = statement.executeQuery(sql)) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }
}
