package studio.backlot.search.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.Receipt;
import studio.backlot.provenance.sqlite.LedgerSetup;
import studio.backlot.provenance.sqlite.SqliteLedger;
import studio.backlot.search.CatchUp;
import studio.backlot.search.EntrySummary;
import studio.backlot.search.IndexFailed;

class SqliteLedgerIndexTest {
    private static final UUID PRODUCTION = new UUID(4, 2);
    private static final ContentHash PLATE = ContentHash.of(new byte[] {7});

    private final SigningKey key = SigningKey.generate();
    private long nextId;

    @TempDir Path folder;

    private SqliteLedger ledger;
    private SqliteLedgerIndex index;

    @BeforeEach
    void open() {
        ledger = newLedger("ledger.sqlite", PRODUCTION);
        index = SqliteLedgerIndex.open(file(), Runnable::run);
    }

    @AfterEach
    void close() {
        index.close();
        ledger.close();
    }

    private SqliteLedger newLedger(String name, UUID production) {
        SqliteLedger.create(folder.resolve(name), production, key);
        return SqliteLedger.open(
                folder.resolve(name),
                LedgerSetup.of(
                        production,
                        key,
                        () -> Instant.parse("2026-11-24T08:00:00Z"),
                        () -> new UUID(1, nextId++)));
    }

    private Path file() {
        return folder.resolve("index.sqlite");
    }

    private static EntryDraft draft(EventType event, JsonObject assertions) {
        return new EntryDraft(
                event, new Maker("Ana", Role.ARTIST), Optional.of(new UUID(5, 5)), assertions);
    }

    private void addNotes(int count) {
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft(EventType.REVIEW, new JsonBuilder().put("note", i).build()));
        }
        ledger.appendAll(drafts);
    }

    private void addRun() {
        long intent = ledger.append(draft(EventType.INTENT, JsonObject.EMPTY)).index();
        ledger.append(
                draft(
                        EventType.OUTCOME,
                        new JsonBuilder()
                                .put(
                                        "run",
                                        new JsonBuilder()
                                                .put("status", "succeeded")
                                                .put("intent", intent)
                                                .build())
                                .put(
                                        "outputs",
                                        List.of(
                                                new JsonBuilder()
                                                        .put("asset", PLATE.hex())
                                                        .build()))
                                .build()));
    }

    private CatchUp catchUp() {
        return index.catchUp(ledger, Progress.NONE, new Cancellation());
    }

    private void reopen() {
        index.close();
        index = SqliteLedgerIndex.open(file(), Runnable::run);
    }

    private void execute(String sql) throws SQLException {
        index.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        index = SqliteLedgerIndex.open(file(), Runnable::run);
    }

    @Test
    void whatIsNewIsReadAndNothingElse() {
        addNotes(10);
        assertThat(catchUp()).isEqualTo(new CatchUp(0, 10, Optional.of("there was no index")));
        assertThat(catchUp()).isEqualTo(new CatchUp(10, 10, Optional.empty()));
        addNotes(5);
        reopen();
        assertThat(catchUp()).isEqualTo(new CatchUp(10, 15, Optional.empty()));
        assertThat(index.size()).isEqualTo(15);
    }

    @Test
    void summariesAreThoseOfTheEntries() {
        addNotes(2);
        addRun();
        catchUp();

        List<EntrySummary> expected = ledger.entries(0, 10).stream().map(EntrySummary::of).toList();
        assertThat(index.from(0, 10)).isEqualTo(expected);
        assertThat(index.from(1, 2)).isEqualTo(expected.subList(1, 3));
        assertThat(index.from(4, 2)).isEmpty();
        assertThat(index.before(Long.MAX_VALUE, 2))
                .containsExactly(expected.get(3), expected.get(2));
        assertThat(index.before(2, 5)).containsExactly(expected.get(1), expected.get(0));
    }

    @Test
    void anAssetIsFoundByTheBeginningOfItsHash() {
        addRun();
        addNotes(1);
        addRun();
        catchUp();

        assertThat(index.ofAsset(PLATE.hex().substring(0, 8), 10))
                .extracting(EntrySummary::index)
                .containsExactly(1L, 4L);
        assertThat(index.ofAsset(PLATE.hex(), 1))
                .extracting(EntrySummary::index)
                .containsExactly(1L);
        assertThat(index.ofAsset("00000000", 10)).isEmpty();
        for (String bad : List.of("", "abcdef0", "ABCDEF01", "xyzxyzxy", PLATE.hex() + "0")) {
            assertThatThrownBy(() -> index.ofAsset(bad, 10))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theOutcomeOfAnIntentIsFound() {
        addRun();
        ledger.append(draft(EventType.INTENT, JsonObject.EMPTY));
        catchUp();

        assertThat(index.outcomeOf(0)).contains(1L);
        assertThat(index.outcomeOf(2)).isEmpty();
    }

    @Test
    void receiptsAreMadeFromTiles() {
        addNotes(700);
        catchUp();
        NoteKey noteKey = new NoteKey(Checkpoint.originOf(PRODUCTION), key.verificationKey());
        for (long at : new long[] {0, 255, 256, 511, 512, 699}) {
            LedgerEntry entry = ledger.entry(at).orElseThrow();
            Receipt receipt =
                    Receipt.of(entry, index.nodes(), ledger.head().note(), noteKey, List.of());
            assertThat(receipt.verify(new studio.backlot.provenance.KnownKey.Whole(noteKey)))
                    .isEmpty();
        }
    }

    @Test
    void anIndexOfAnotherLedgerIsMadeAnew() {
        addNotes(4);
        catchUp();
        try (SqliteLedger other = newLedger("other.sqlite", new UUID(6, 6))) {
            other.append(draft(EventType.REVIEW, JsonObject.EMPTY));
            assertThat(index.catchUp(other, Progress.NONE, new Cancellation()))
                    .isEqualTo(new CatchUp(0, 1, Optional.of("it was of another production")));
            assertThat(index.size()).isEqualTo(1);
        }
    }

    @Test
    void anIndexOfADivergedLedgerIsMadeAnew() {
        addNotes(4);
        catchUp();
        try (SqliteLedger other = newLedger("other.sqlite", PRODUCTION)) {
            other.append(draft(EventType.REVIEW, JsonObject.EMPTY));
            assertThat(index.catchUp(other, Progress.NONE, new Cancellation()).rebuiltBecause())
                    .contains("it knew more entries than the ledger has");
            other.append(draft(EventType.REVIEW, JsonObject.EMPTY));
            index.catchUp(other, Progress.NONE, new Cancellation());
            assertThat(catchUp().rebuiltBecause()).contains("its tree was not the ledger's");
            for (int i = 0; i < 2; i++) {
                other.append(draft(EventType.REVIEW, JsonObject.EMPTY));
            }
            assertThat(index.catchUp(other, Progress.NONE, new Cancellation()).rebuiltBecause())
                    .contains("its root was not the ledger's");
            assertThat(index.from(0, 9))
                    .isEqualTo(other.entries(0, 9).stream().map(EntrySummary::of).toList());
        }
    }

    @Test
    void aMissingOrDamagedFileIsMadeAnew() throws IOException {
        addNotes(20);
        catchUp();
        index.close();
        Files.delete(file());
        index = SqliteLedgerIndex.open(file(), Runnable::run);
        assertThat(catchUp()).isEqualTo(new CatchUp(0, 20, Optional.of("there was no index")));

        index.close();
        Files.writeString(file(), "no database at all ".repeat(500));
        index = SqliteLedgerIndex.open(file(), Runnable::run);
        CatchUp remade = catchUp();
        assertThat(remade.rebuiltBecause().orElseThrow()).contains("not a database");
        assertThat(remade.to()).isEqualTo(20);
        assertThat(index.from(0, 30)).hasSize(20);
    }

    @Test
    void changedRowsAreMadeAnew() throws SQLException {
        addNotes(300);
        catchUp();
        for (String sql :
                List.of(
                        "DROP TABLE outcome",
                        "UPDATE applied SET size = 299",
                        "UPDATE applied SET root = zeroblob(32)",
                        "DELETE FROM tile WHERE level = 0 AND tile_index = 1",
                        "UPDATE tile SET hashes = zeroblob(length(hashes))",
                        "PRAGMA user_version = 9",
                        "PRAGMA application_id = 9")) {
            execute(sql);
            CatchUp remade = catchUp();
            assertThat(remade.rebuiltBecause()).as(sql).isPresent();
            assertThat(remade.from()).isZero();
            assertThat(index.size()).isEqualTo(300);
            assertThat(index.nodes().root(300)).isEqualTo(ledger.head().checkpoint().root());
        }
    }

    @Test
    void aSummaryThatCannotBeReadIsSaidToBe() throws SQLException {
        addNotes(3);
        catchUp();
        execute("UPDATE summary SET event = 'party' WHERE entry_index = 1");

        assertThatThrownBy(() -> index.from(0, 5))
                .isInstanceOf(IndexFailed.class)
                .hasMessageContaining("unknown event");
    }

    @Test
    void catchingUpCanBeCancelledAndGoesOnLater() {
        addNotes(9000);
        var cancellation = new Cancellation();
        assertThatThrownBy(() ->
                        index.catchUp(
                                ledger,
                                (stage, done, total) -> cancellation.cancel(),
                                cancellation))
                .isInstanceOf(Cancelled.class);
        assertThat(index.size()).isEqualTo(4096);
        assertThat(catchUp().from()).isEqualTo(4096);
        assertThat(index.nodes().root(9000)).isEqualTo(ledger.head().checkpoint().root());
    }
}
