package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerContract;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.NaiveMerkleTree;
import studio.backlot.sqlite.SqliteDatabase;

class SqliteLedgerTest extends LedgerContract {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("ledger.sqlite");
    }

    private LedgerSetup setup() {
        return LedgerSetup.of(PRODUCTION, key, () -> now, this::nextId);
    }

    @Override
    protected SqliteLedger open() {
        return open(setup());
    }

    private SqliteLedger open(LedgerSetup setup) {
        if (!Files.exists(file())) {
            SqliteLedger.create(file(), PRODUCTION, key);
        }
        return SqliteLedger.open(file(), setup);
    }

    @Override
    protected Ledger openForReading() {
        return SqliteLedger.openForReading(file(), PRODUCTION);
    }

    @Test
    void aLedgerIsNeverMadeOverAnother() {
        open().close();
        assertThatThrownBy(() -> SqliteLedger.create(file(), PRODUCTION, key))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("already");
    }

    @Test
    void aBatchThatPassesAMultipleOf4096KeepsTheHeadAtItsEnd() {
        try (var ledger = open()) {
            ledger.appendAll(drafts(4_090));
            assertThat(ledger.checkpoints()).isEmpty();
            ledger.appendAll(drafts(10));
            assertThat(ledger.checkpoints()).hasSize(1);
            assertThat(ledger.checkpoints().getFirst().checkpoint())
                    .isEqualTo(ledger.head().checkpoint());
            ledger.appendAll(drafts(4_091));
            assertThat(ledger.checkpoints()).hasSize(1);
            ledger.append(draft("the 8,192nd"));
            assertThat(ledger.checkpoints()).hasSize(2);
            assertThat(ledger.checkpoints().getLast().checkpoint().size()).isEqualTo(8_192);
            ledger.appendAll(drafts(8_192));
            assertThat(ledger.checkpoints()).hasSize(3);
            List<byte[]> bodies =
                    ledger.entries(0, 20_000).stream().map(LedgerEntry::bytes).toList();
            assertThat(NaiveMerkleTree.root(bodies)).isEqualTo(ledger.head().checkpoint().root());
        }
        try (var ledger = open()) {
            assertThat(ledger.append(draft("goes on")).index()).isEqualTo(16_384);
        }
    }

    @Test
    void milestonesAreReachedBeforeAndAfterTheCommit() {
        List<String> reached = new ArrayList<>();
        try (var ledger =
                open(
                        setup().withMilestone(name -> {
                            try (var reader = openForReading()) {
                                reached.add(name + " at " + reader.head().checkpoint().size());
                            }
                        }))) {
            ledger.append(
                    new EntryDraft(EventType.INTENT, ARTIST, Optional.empty(), JsonObject.EMPTY));
            ledger.appendAll(
                    List.of(
                            new EntryDraft(
                                    EventType.HUMAN_EDIT,
                                    ARTIST,
                                    Optional.empty(),
                                    JsonObject.EMPTY),
                            draft("second")));
        }
        assertThat(reached)
                .containsExactly(
                        "intent-before-commit at 0",
                        "intent-committed at 1",
                        "human_edit-before-commit at 1",
                        "human_edit-committed at 3");
    }

    @Test
    void aFailureBeforeTheCommitRecordsNothingAndTheLedgerGoesOn() {
        boolean[] fails = {false};
        try (var ledger =
                open(
                        setup().withMilestone(name -> {
                            if (fails[0] && name.endsWith("before-commit")) {
                                throw new IllegalStateException("power is gone");
                            }
                        }))) {
            ledger.append(draft("one"));
            fails[0] = true;
            assertThatThrownBy(() -> ledger.appendAll(drafts(3)))
                    .isInstanceOf(IllegalStateException.class);
            fails[0] = false;
            assertThat(ledger.head().checkpoint().size()).isEqualTo(1);
            assertThat(ledger.entries(0, 10)).hasSize(1);
            assertThat(ledger.append(draft("two")).index()).isEqualTo(1);
        }
        open().close();
    }

    @Test
    void aFullDiskRecordsNothingAndTheLedgerGoesOnWhenThereIsRoom() {
        open().close();
        var database = SqliteDatabase.open(file(), SqliteLedger.SCHEMA);
        try (var ledger = SqliteLedger.on(database, setup())) {
            ledger.append(draft("one"));
            allowPages(database, 12);
            // first the obstacle: this database cannot grow now
            assertThatThrownBy(() ->
                            database.change(statements ->
                                    statements.execute(
                                            "CREATE TABLE big AS SELECT randomblob(100000) AS bytes")))
                    .hasMessageContaining("the disk is full");
            assertThatThrownBy(() -> ledger.append(draft("x".repeat(100_000))))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("free some space");
            assertThat(ledger.head().checkpoint().size()).isEqualTo(1);
            assertThat(ledger.entry(1)).isEmpty();
            allowPages(database, 1_000_000);
            assertThat(ledger.append(draft("x".repeat(100_000))).index()).isEqualTo(1);
        }
        try (var ledger = open()) {
            assertThat(ledger.head().checkpoint().size()).isEqualTo(2);
        }
    }

    private static void allowPages(SqliteDatabase database, int pages) {
        database.read(statements -> {
            statements.execute("PRAGMA max_page_count=" + pages);
            return pages;
        });
    }

    @Test
    void aLockedDatabaseIsNamedAndTheLedgerGoesOn() throws SQLException {
        try (var ledger = open();
                var other = Outside.connect(file());
                var statement = other.createStatement()) {
            ledger.append(draft("one"));
            statement.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> ledger.append(draft("two")))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("locked by another program");
            statement.execute("ROLLBACK");
            assertThat(ledger.append(draft("two")).index()).isEqualTo(1);
        }
    }

    @Test
    void aSecondWriterThatGotInIsNoticed() {
        try (var first = open();
                var second = open()) {
            first.append(draft("first"));
            assertThatThrownBy(() -> second.append(draft("second")))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("Another program has written");
            assertThat(second.head().checkpoint().size()).isZero();
            assertThat(first.append(draft("third")).index()).isEqualTo(1);
        }
    }

    @Test
    void triggersRefuseEveryChangeOnEveryConnection() throws SQLException {
        try (var ledger = open()) {
            ledger.appendAll(drafts(3));
            ledger.checkpoint();
        }
        for (String recursive : List.of("ON", "OFF")) {
            try (var other = Outside.connect(file());
                    var statement = other.createStatement()) {
                statement.execute("PRAGMA recursive_triggers=" + recursive);
                for (String sql :
                        List.of(
                                "UPDATE entry SET body = x'00' WHERE entry_index = 1",
                                "UPDATE entry SET entry_index = 9 WHERE entry_index = 1",
                                "DELETE FROM entry WHERE entry_index = 2",
                                "INSERT OR REPLACE INTO entry(entry_index, event, leaf, body) VALUES(1, 'review', zeroblob(32), x'00')",
                                "REPLACE INTO entry(entry_index, event, leaf, body) VALUES(2, 'review', zeroblob(32), x'00')",
                                "INSERT INTO entry(entry_index, event, leaf, body) VALUES(1, 'review', zeroblob(32), x'00')"
                                        + " ON CONFLICT(entry_index) DO UPDATE SET body = excluded.body",
                                "INSERT INTO entry(entry_index, event, leaf, body) VALUES(7, 'review', zeroblob(32), x'00')",
                                "INSERT INTO entry(event, leaf, body) VALUES('review', zeroblob(32), x'00')",
                                "UPDATE head SET size = 2",
                                "UPDATE head SET note = 'x'",
                                "UPDATE OR REPLACE head SET id = 0, size = 3",
                                "DELETE FROM head",
                                "INSERT OR REPLACE INTO head SELECT id, 1, root, frontier, note FROM head",
                                "INSERT INTO head SELECT 1, size, root, frontier, note FROM head",
                                "UPDATE checkpoint SET note = 'x'",
                                "DELETE FROM checkpoint",
                                "INSERT OR REPLACE INTO checkpoint SELECT size, root, 'x' FROM checkpoint")) {
                    assertThat(catchThrowable(() -> statement.executeUpdate(sql)))
                            .as(sql)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
        try (var ledger = open()) {
            assertThat(ledger.head().checkpoint().size()).isEqualTo(3);
            assertThat(ledger.entries(0, 9)).hasSize(3);
        }
    }

    @Test
    void anAlteredSchemaIsRefusedForWritingAndReadable() throws SQLException {
        try (var ledger = open()) {
            ledger.append(draft("one"));
        }
        Outside.execute(file(), "DROP TRIGGER entry_no_update");
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("trigger entry_no_update of entry is missing");
        try (var reader = openForReading()) {
            assertThat(reader.entries(0, 5)).hasSize(1);
        }
    }

    @Test
    void aNewerFormatIsLeftAlone() throws SQLException {
        open().close();
        Outside.execute(file(), "PRAGMA user_version=2");
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("newer Backlot");
        assertThatThrownBy(this::openForReading).isInstanceOf(LedgerFailed.class);
    }

    @Test
    void aMissingTruncatedOrForeignFileIsAFailureInWordsAndNeverAnEmptyLedger() throws Exception {
        assertThatThrownBy(() -> SqliteLedger.open(file(), setup()))
                .isInstanceOf(LedgerFailed.class);
        assertThat(file()).doesNotExist();
        try (var ledger = open()) {
            ledger.appendAll(drafts(50));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length :
                new int[] {
                    0, 1, 99, 100, 512, 4095, 4096, 5000, whole.length / 2, whole.length - 1
                }) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(catchThrowable(this::open))
                    .as("cut to %d", length)
                    .isInstanceOf(LedgerFailed.class);
            assertThat(Files.size(file())).isEqualTo(length);
        }
        Files.write(file(), whole);
        open().close();
    }

    @Test
    void aHeadOrTailThatWasChangedByOthersIsRefusedForWriting() throws Exception {
        try (var ledger = open()) {
            ledger.appendAll(drafts(5));
        }
        byte[] whole = Files.readAllBytes(file());
        String drop =
                "DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete; DROP TRIGGER entry_next;"
                        + " DROP TRIGGER head_only_grows; DROP TRIGGER head_no_delete;";
        for (String change :
                List.of(
                        "DELETE FROM entry WHERE entry_index = 4",
                        "DELETE FROM entry WHERE entry_index = 0",
                        "UPDATE entry SET body = x'7b7d' WHERE entry_index = 4",
                        "INSERT INTO entry VALUES(5, 'review', zeroblob(32), x'7b7d')",
                        "UPDATE head SET root = zeroblob(32)",
                        "UPDATE head SET frontier = zeroblob(64)",
                        "UPDATE head SET frontier = zeroblob(96)",
                        "UPDATE head SET size = 4",
                        "UPDATE head SET note = replace(note, char(10) || '5' || char(10), char(10) || '6' || char(10))",
                        "UPDATE head SET note = 'nonsense'",
                        "DELETE FROM head")) {
            Files.write(file(), whole);
            Outside.execute(file(), Outside.keepingTriggers(file(), drop, change));
            assertThat(catchThrowable(this::open))
                    .as(change)
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageNotContaining("altered by another program");
        }
    }

    @Test
    void aChangedEntryUnderAFullLastSubtreeIsRefusedForWriting() throws Exception {
        try (var ledger = open()) {
            ledger.appendAll(drafts(SqliteLedger.CHECKPOINT_INTERVAL));
        }
        String drop = "DROP TRIGGER entry_no_update;";
        String change = "UPDATE entry SET body = x'7b7d' WHERE entry_index = 0";
        Outside.execute(file(), Outside.keepingTriggers(file(), drop, change));
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("The last entries");
        assertThat(folder.resolve("ledger.sqlite-wal"))
                .as("a refused file is let go")
                .doesNotExist();
    }

    @Test
    void aReaderOfADamagedLedgerNamesTheEntry() throws Exception {
        try (var ledger = open()) {
            ledger.appendAll(drafts(5));
        }
        byte[] whole = Files.readAllBytes(file());
        String drop = "DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete;";
        Outside.execute(file(), drop + "UPDATE entry SET body = x'7b7d' WHERE entry_index = 2");
        readingFails("Entry 2 is damaged");
        Files.write(file(), whole);
        Outside.execute(file(), drop + "DELETE FROM entry WHERE entry_index = 3");
        readingFails("Entry 3 is damaged: it is missing");
        Files.write(file(), whole);
        Outside.execute(
                file(),
                drop
                        + "UPDATE entry SET body = (SELECT body FROM entry WHERE entry_index = 1)"
                        + " WHERE entry_index = 2");
        readingFails("Entry 2 is damaged: it calls itself entry 1");
    }

    private void readingFails(String words) {
        try (var reader = openForReading()) {
            assertThatThrownBy(() -> reader.entries(0, 10))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void anotherKeyOrAnotherProductionIsRefusedForWriting() {
        open().close();
        var foreign = LedgerSetup.of(PRODUCTION, SigningKey.generate(), () -> now, this::nextId);
        assertThatThrownBy(() -> SqliteLedger.open(file(), foreign))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("not signed by this machine's key");
        var other = LedgerSetup.of(new UUID(1, 2), key, () -> now, this::nextId);
        assertThatThrownBy(() -> SqliteLedger.open(file(), other))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("another production");
    }

    @Test
    void aLedgerThatWasNotClosedOpensWithAllThatWasAcknowledged() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("ledger.sqlite");
        try (var ledger = open()) {
            ledger.appendAll(drafts(20));
            Files.copy(file(), copy);
            Files.copy(
                    folder.resolve("ledger.sqlite-wal"), copy.resolveSibling("ledger.sqlite-wal"));
        }
        try (var ledger = SqliteLedger.open(copy, setup())) {
            assertThat(ledger.entries(0, 100)).hasSize(20);
            assertThat(ledger.append(draft("x")).index()).isEqualTo(20);
        }
    }
}
