package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerVerifier;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.provenance.VerificationRequest;

/// Real databases are verified, live ones too, and what other programs did to them is named.
class SqliteVerificationTest {
    private static final String DROP_ENTRY =
            "DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete;"
                    + " DROP TRIGGER entry_next;";
    private static final String DROP_HEAD = "DROP TRIGGER head_only_grows;";

    @TempDir Path folder;

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(ValidationStatus::code).distinct().toList();
    }

    private static void alter(Path file, String drop, String change) throws SQLException {
        Outside.execute(file, Outside.keepingTriggers(file, drop, change));
    }

    @Test
    void aClosedProductionHasNoFinding() {
        SmallProduction small = SmallProduction.in(folder);
        small.close();

        VerificationReport report = small.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(3);
        assertThat(report.payloads()).isEqualTo(new VerificationReport.PayloadCounts(1, 0, 0));
        assertThat(report.assetsChecked()).isEqualTo(1);
    }

    @Test
    void withoutAnyKeyOnTheMachineNothingIsWrong() throws IOException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        SmallProduction.remove(small.keyFile());
        VerificationReport report = small.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.payloads()).isEqualTo(new VerificationReport.PayloadCounts(0, 1, 0));
        assertThat(Files.exists(small.keyFile())).isFalse();
        try (var rows = SqliteRawLedger.open(small.ledgerFile());
                var texts = SqliteRawPayloads.open(small.payloadFile())) {
            var request = VerificationRequest.of(rows, texts, small.assets);
            assertThat(
                            new LedgerVerifier(Runnable::run)
                                    .verify(request, Progress.NONE, new Cancellation()))
                    .isEqualTo(report);
        }
    }

    @Test
    void aLiveLedgerIsVerifiedAsOfOneMoment() {
        try (SmallProduction small = SmallProduction.in(folder);
                var rows = SqliteRawLedger.open(small.ledgerFile());
                var texts = SqliteRawPayloads.open(small.payloadFile(), small.keyFile())) {
            assertThat(rows.heads().getFirst().size()).isEqualTo(3);
            small.addRun("succeeded");
            small.addRun("failed");
            VerificationReport report =
                    new LedgerVerifier(Runnable::run)
                            .verify(
                                    VerificationRequest.of(rows, texts, small.assets),
                                    Progress.NONE,
                                    new Cancellation());

            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isEqualTo(3);
            assertThat(small.verify().entries()).isEqualTo(7);
            assertThat(small.verify().findings()).isEmpty();
        }
    }

    @Test
    void cleanProductionsOfRandomShapeHaveNoFinding() throws IOException {
        checkClean(12);
    }

    @Test
    @Tag("endurance")
    void aThousandCleanProductionsHaveNoFinding() throws IOException {
        checkClean(1000);
    }

    private void checkClean(int productions) throws IOException {
        for (int seed = 0; seed < productions; seed++) {
            Path own = Files.createDirectory(folder.resolve("p" + seed));
            try (SmallProduction random = SmallProduction.random(own, new Random(seed))) {
                assertThat(random.verify().findings()).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void theTriggersStopWhoeverDoesNotDropThem() {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        for (String sql :
                List.of(
                        "UPDATE entry SET body = x'00'",
                        "DELETE FROM entry",
                        "INSERT INTO entry VALUES(7, 'review', zeroblob(32), x'00')",
                        "INSERT OR REPLACE INTO entry VALUES(1, 'review', zeroblob(32), x'00')")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> Outside.execute(small.ledgerFile(), sql)))
                    .as(sql)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(small.verify().findings()).isEmpty();
    }

    @Test
    void aDroppedOrAlteredTriggerIsNamed() throws SQLException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        Outside.execute(small.ledgerFile(), "DROP TRIGGER entry_no_update");
        VerificationReport report = small.verify();
        assertThat(codes(report)).containsExactly("schema.triggerMissing");
        assertThat(report.findings().getFirst().where()).isEqualTo("ledger.sqlite");
        assertThat(report.findings().getFirst().explanation()).contains("entry_no_update");

        Outside.execute(
                small.ledgerFile(),
                "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT 1; END");
        assertThat(codes(small.verify())).containsExactly("schema.altered");
        Outside.execute(small.ledgerFile(), "CREATE TABLE hidden(a)");
        assertThat(codes(small.verify()))
                .containsExactlyInAnyOrder("schema.altered", "schema.added");
    }

    @Test
    void aMissingTableIsNamedAndTheRestIsChecked() throws SQLException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        Outside.execute(small.ledgerFile(), "DROP TABLE checkpoint");

        assertThat(codes(small.verify()))
                .contains("schema.missing", "schema.triggerMissing", "ledger.unreadable");
        assertThat(small.verify().entries()).isEqualTo(3);
    }

    @Test
    void anotherVersionOrKindOfFileIsNamed() throws SQLException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        Outside.execute(small.ledgerFile(), "PRAGMA user_version=7");
        assertThat(codes(small.verify())).containsExactly("database.otherVersion");
        Outside.execute(small.ledgerFile(), "PRAGMA application_id=7");
        assertThat(codes(small.verify()))
                .containsExactlyInAnyOrder("database.otherKind", "database.otherVersion");
        Outside.execute(small.payloadFile(), "PRAGMA user_version=9");
        assertThat(small.verify().findings())
                .extracting(ValidationStatus::where)
                .contains("payload.sqlite");
    }

    @Test
    void aFileThatIsNoDatabaseIsAFinding() throws IOException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        Files.writeString(
                small.ledgerFile(), "not a database, however long it goes on ".repeat(200));
        Files.delete(small.payloadFile());

        VerificationReport report = small.verify();
        assertThat(codes(report)).contains("ledger.unreadable", "entry.missing", "head.missing");
        assertThat(report.findings())
                .extracting(ValidationStatus::where)
                .contains("payload.sqlite", "ledger.sqlite");
    }

    @Test
    void removedInsertedAndExchangedRowsAreNamed() throws SQLException, IOException {
        SmallProduction small = SmallProduction.in(folder);
        small.addRun("failed");
        small.close();
        assertThat(altered(small, DROP_ENTRY, "DELETE FROM entry WHERE entry_index = 2"))
                .contains("entry.missing", "head.sizeMismatch", "head.rootMismatch");
        assertThat(
                        altered(
                                small,
                                DROP_ENTRY,
                                "INSERT INTO entry SELECT 5, event, leaf, body FROM entry WHERE entry_index = 4"))
                .contains("entry.indexMismatch", "head.sizeMismatch", "head.rootMismatch");
        assertThat(
                        altered(
                                small,
                                DROP_ENTRY,
                                "UPDATE entry SET entry_index = 99 WHERE entry_index = 1; UPDATE entry SET entry_index = 1 WHERE entry_index = 2;"
                                        + " UPDATE entry SET entry_index = 2 WHERE entry_index = 99"))
                .contains("entry.indexMismatch", "head.rootMismatch");
        assertThat(
                        altered(
                                small,
                                DROP_ENTRY,
                                "INSERT OR REPLACE INTO entry SELECT 1, event, leaf, body FROM entry WHERE entry_index = 3"))
                .contains("entry.indexMismatch", "head.rootMismatch");
    }

    private List<String> altered(SmallProduction small, String drop, String change)
            throws SQLException, IOException {
        Path copy = SmallProduction.copy(small.ledgerFile(), "altered.sqlite");
        alter(copy, drop, change);
        List<String> codes = codes(small.verify(copy, small.payloadFile(), List.of()));
        SmallProduction.remove(copy);
        return codes;
    }

    @Test
    void aCutTailIsDetectedAndWithTheKeyTooByAnOutsideCheckpoint()
            throws SQLException, IOException {
        SmallProduction small = SmallProduction.in(folder);
        SignedNote before = small.ledger.head().note();
        var frontier = small.ledger.head().range().frontier();
        byte[] root = small.ledger.head().checkpoint().root().bytes();
        small.addRun("failed");
        SignedNote after = small.ledger.head().note();
        small.close();
        String cut =
                "DELETE FROM entry WHERE entry_index > 2; UPDATE head SET size = 3, root = x'"
                        + java.util.HexFormat.of().formatHex(root)
                        + "', frontier = x'"
                        + java.util.HexFormat.of().formatHex(frontier)
                        + "'";
        String cutCheckpoints = "DELETE FROM checkpoint WHERE size > 2";
        String dropAll = DROP_ENTRY + DROP_HEAD + "DROP TRIGGER checkpoint_no_delete;";

        assertThat(altered(small, dropAll, cut + ";" + cutCheckpoints))
                .containsExactly("head.noteMismatch");
        assertThat(altered(small, dropAll, cut + ", note = '" + before.format() + "'"))
                .contains("checkpoint.beyondEnd");
        String whole = cut + ", note = '" + before.format() + "';" + cutCheckpoints;
        assertThat(altered(small, dropAll, whole)).isEmpty();
        alter(small.ledgerFile(), dropAll, whole);
        assertThat(
                        codes(
                                small.verify(
                                        small.ledgerFile(),
                                        small.payloadFile(),
                                        List.of(new OutsideCheckpoint("anchor", after.format())))))
                .containsExactly("outside.rollback");
    }

    @Test
    void aLedgerMadeAnewWithTheKeyIsCaughtByAnOutsideCheckpointOnly() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        SmallProduction small = SmallProduction.in(first);
        SignedNote anchored = small.ledger.head().note();
        small.close();
        Path anew = folder.resolve("anew.sqlite");
        SqliteLedger.create(anew, small.production, small.key);
        try (var forged =
                        SqliteLedger.open(
                                anew,
                                LedgerSetup.of(
                                        small.production,
                                        small.key,
                                        () -> java.time.Instant.parse("2026-11-24T08:00:00Z"),
                                        java.util.UUID::randomUUID));
                var original = SqliteLedger.openForReading(small.ledgerFile(), small.production)) {
            original.entries(0, 10)
                    .forEach(entry ->
                            forged.append(
                                    new studio.backlot.provenance.EntryDraft(
                                            entry.event(),
                                            new studio.backlot.provenance.Maker(
                                                    "Eve", entry.person().role()),
                                            entry.job(),
                                            entry.assertions())));
        }

        assertThat(codes(small.verify(anew, small.payloadFile(), List.of()))).isEmpty();
        assertThat(
                        codes(
                                small.verify(
                                        anew,
                                        small.payloadFile(),
                                        List.of(
                                                new OutsideCheckpoint(
                                                        "anchor", anchored.format())))))
                .containsExactly("outside.fork");
    }

    @Test
    void aPayloadRowTakenAwayOrPutInAnothersPlaceIsNamed() throws SQLException, IOException {
        SmallProduction small = SmallProduction.in(folder);
        small.addRun("failed");
        small.close();
        Path copy = SmallProduction.copy(small.payloadFile(), "texts.sqlite");
        Outside.execute(copy, "DELETE FROM payload WHERE payload_id = 1");
        assertThat(codes(small.verify(small.ledgerFile(), copy, List.of())))
                .containsExactly("payload.missing");
        Path other = SmallProduction.copy(small.payloadFile(), "others.sqlite");
        alter(
                other,
                "DROP TRIGGER payload_no_update; DROP TRIGGER payload_no_replace;",
                "UPDATE payload SET payload_id = 9 WHERE payload_id = 1;"
                        + "INSERT INTO payload SELECT 1, key_id, nonce, ciphertext FROM payload WHERE payload_id = 2");
        assertThat(codes(small.verify(small.ledgerFile(), other, List.of())))
                .containsExactly("payload.sealMismatch");
    }

    @Test
    void aKeyThatWasExchangedIsNamed() throws SQLException {
        SmallProduction small = SmallProduction.in(folder);
        small.close();
        alter(
                small.keyFile(),
                "DROP TRIGGER payload_key_no_update;",
                "UPDATE payload_key SET secret = zeroblob(32)");

        assertThat(codes(small.verify())).containsExactly("payload.unreadable");
    }

    @Test
    void manyEntriesAreReadInBatches() {
        try (SmallProduction small = SmallProduction.in(folder)) {
            var draft =
                    new studio.backlot.provenance.EntryDraft(
                            EventType.REVIEW,
                            new studio.backlot.provenance.Maker(
                                    "Ana", studio.backlot.identity.Role.PRODUCER),
                            Optional.empty(),
                            JsonObject.EMPTY);
            small.ledger.appendAll(java.util.Collections.nCopies(5000, draft));
            small.payloads.putAll(
                    java.util.Collections.nCopies(
                            1100,
                            studio.backlot.provenance.PayloadDraft.of(
                                    studio.backlot.provenance.PayloadKind.NOTE, "unnamed")));
            VerificationReport report = small.verify();

            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isEqualTo(5003);
            assertThat(report.notes())
                    .filteredOn(note -> note.code().equals("payload.unnamed"))
                    .hasSize(1001);
        }
    }
}
