package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.RawCheckpoint;
import studio.backlot.provenance.RawEntry;
import studio.backlot.provenance.RawHead;

/// Every byte of every stored value, and of the database file itself, is flipped: each flip is
/// found, or changed nothing.
///
/// The default run takes every few bytes; `endurance` takes all.
class FlippedBytesTest {
    @TempDir Path folder;

    /// A stored value: its table, the row's key column and key, and its column.
    private record Cell(String table, String keyColumn, long key, String column) {
        String where() {
            return " FROM " + table + " WHERE " + keyColumn + " = " + key;
        }
    }

    private static List<Cell> cells(
            Connection connection, String table, String keyColumn, String... columns)
            throws SQLException {
        List<Cell> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + keyColumn + " FROM " + table)) {
            while (rows.next()) {
                for (String column : columns) {
                    cells.add(new Cell(table, keyColumn, rows.getLong(1), column));
                }
            }
        }
        return cells;
    }

    @Test
    void someFlippedBytesOfEveryStoredValueAreFound() throws SQLException {
        flipLedgerValues(23);
        flipPayloadValues(7);
    }

    @Test
    @Tag("endurance")
    void everyFlippedByteOfEveryStoredValueIsFound() throws SQLException {
        flipLedgerValues(1);
        flipPayloadValues(1);
    }

    private void flipLedgerValues(int step) throws SQLException {
        SmallProduction small = production("ledger" + step);
        String triggers =
                "DROP TRIGGER entry_no_update; DROP TRIGGER head_only_grows; DROP TRIGGER checkpoint_no_update;";
        try (Connection connection = Outside.connect(small.ledgerFile())) {
            List<Cell> cells = new ArrayList<>(cells(connection, "entry", "entry_index", "body"));
            cells.addAll(cells(connection, "head", "id", "size", "root", "frontier", "note"));
            cells.addAll(cells(connection, "checkpoint", "size", "root", "note"));
            assertThat(cells).hasSize(3 + 4 + 2);
            for (Cell cell : cells) {
                flipEach(small, small.ledgerFile(), connection, new Flips(cell, triggers, step));
            }
        }
    }

    private void flipPayloadValues(int step) throws SQLException {
        SmallProduction small = production("payload" + step);
        try (Connection connection = Outside.connect(small.payloadFile())) {
            List<Cell> cells =
                    cells(connection, "payload", "payload_id", "key_id", "nonce", "ciphertext");
            assertThat(cells).hasSize(3);
            for (Cell cell : cells) {
                flipEach(
                        small,
                        small.payloadFile(),
                        connection,
                        new Flips(cell, "DROP TRIGGER payload_no_update;", step));
            }
        }
    }

    private SmallProduction production(String name) {
        try {
            SmallProduction small = SmallProduction.in(Files.createDirectory(folder.resolve(name)));
            small.ledger.checkpoint();
            small.close();
            return small;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Flips(Cell cell, String dropTriggers, int step) {}

    private static void flipEach(
            SmallProduction small, Path file, Connection connection, Flips flips)
            throws SQLException {
        Cell cell = flips.cell();
        Object value = value(connection, cell);
        int length =
                value instanceof byte[] bytes
                        ? bytes.length
                        : value instanceof String text
                                ? SmallProduction.utf8(text).length
                                : Long.BYTES;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous=OFF");
            for (int at = 0; at < length; at += flips.step()) {
                write(file, connection, flips, flipped(value, at));
                assertThat(small.verify().findings()).as("byte %d of %s", at, cell).isNotEmpty();
            }
            write(file, connection, flips, value);
            assertThat(small.verify().findings()).isEmpty();
        }
    }

    private static Object value(Connection connection, Cell cell) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + cell.column() + cell.where())) {
            assertThat(row.next()).isTrue();
            Object value = row.getObject(1);
            return value instanceof Number number ? (Object) number.longValue() : value;
        }
    }

    private static Object flipped(Object value, int at) {
        return switch (value) {
            case byte[] bytes -> {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                yield changed;
            }
            case String text -> {
                byte[] changed = SmallProduction.utf8(text);
                changed[at] ^= 1;
                yield changed;
            }
            case Long number -> number ^ (1L << (8 * (Long.BYTES - 1 - at)));
            default -> throw new IllegalStateException("no flip for " + value);
        };
    }

    /// Updates one value between dropping the triggers and putting them back as they were, so that
    /// nothing else differs.
    private static void write(Path file, Connection connection, Flips flips, Object value)
            throws SQLException {
        Cell cell = flips.cell();
        String isText = cell.column().equals("note") ? "CAST(? AS TEXT)" : "?";
        String script = Outside.keepingTriggers(file, flips.dropTriggers(), "SELECT 1");
        int split = script.indexOf("SELECT 1;");
        try (Statement statement = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE "
                                        + cell.table()
                                        + " SET "
                                        + cell.column()
                                        + " = "
                                        + isText
                                        + " WHERE "
                                        + cell.keyColumn()
                                        + " = "
                                        + cell.key())) {
            statement.executeUpdate(script.substring(0, split));
            update.setObject(1, value instanceof String text ? SmallProduction.utf8(text) : value);
            assertThat(update.executeUpdate()).isEqualTo(1);
            statement.executeUpdate(script.substring(split + "SELECT 1;".length()));
        }
    }

    @Test
    void someFlippedBytesOfTheFilesAreFoundOrChangeNothing() throws IOException {
        flipFiles(577);
    }

    @Test
    @Tag("endurance")
    void everyFlippedByteOfTheFilesIsFoundOrChangesNothing() throws IOException {
        flipFiles(1);
    }

    private void flipFiles(int step) throws IOException {
        SmallProduction small = production("files" + step);
        List<String> ledgerContent = ledgerContent(small.ledgerFile());
        byte[] file = Files.readAllBytes(small.ledgerFile());
        int found = 0;
        for (int at = 0; at < file.length; at += step) {
            Path flipped = write(file, at, "flipped-ledger.sqlite");
            boolean isFound =
                    !small.verify(flipped, small.payloadFile(), List.of()).findings().isEmpty();
            if (!isFound) {
                assertThat(ledgerContent(flipped))
                        .as("byte %d of ledger.sqlite", at)
                        .isEqualTo(ledgerContent);
            }
            found += isFound ? 1 : 0;
            SmallProduction.remove(flipped);
        }
        assertThat(found).isPositive();
        flipPayloadFile(small, step);
    }

    private void flipPayloadFile(SmallProduction small, int step) throws IOException {
        List<String> content = payloadContent(small.payloadFile());
        byte[] file = Files.readAllBytes(small.payloadFile());
        for (int at = 0; at < file.length; at += step) {
            Path flipped = write(file, at, "flipped-payload.sqlite");
            if (small.verify(small.ledgerFile(), flipped, List.of()).findings().isEmpty()) {
                assertThat(payloadContent(flipped))
                        .as("byte %d of payload.sqlite", at)
                        .isEqualTo(content);
            }
            SmallProduction.remove(flipped);
        }
    }

    private Path write(byte[] file, int at, String name) throws IOException {
        byte[] changed = file.clone();
        changed[at] ^= 1;
        Path flipped = folder.resolve(name);
        SmallProduction.remove(flipped);
        Files.write(flipped, changed);
        return flipped;
    }

    private static List<String> ledgerContent(Path file) {
        try (var ledger = SqliteRawLedger.open(file)) {
            List<String> content = new ArrayList<>();
            for (RawHead head : ledger.heads()) {
                content.add(head.size() + hex(head.root()) + hex(head.frontier()) + head.note());
            }
            for (RawCheckpoint row : ledger.checkpoints()) {
                content.add(row.size() + hex(row.root()) + row.note());
            }
            for (RawEntry entry : ledger.entries(Long.MIN_VALUE)) {
                content.add(entry.index() + hex(entry.body()));
            }
            return content;
        } catch (LedgerFailed e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> payloadContent(Path file) {
        try (var payloads = SqliteRawPayloads.open(file)) {
            return payloads.payloads(Long.MIN_VALUE).stream()
                    .map(row -> row.id() + hex(row.seal()))
                    .toList();
        } catch (LedgerFailed e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
