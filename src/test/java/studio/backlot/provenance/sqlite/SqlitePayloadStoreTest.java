package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.PayloadStore;
import studio.backlot.provenance.PayloadStoreContract;

class SqlitePayloadStoreTest extends PayloadStoreContract {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("production").resolve("payload.sqlite");
    }

    private Path keyFile() {
        return folder.resolve("app").resolve("keys").resolve("payload-key.sqlite");
    }

    @Override
    protected PayloadStore open() {
        return open(Milestone.NONE);
    }

    private PayloadStore open(Milestone milestone) {
        if (!Files.exists(file())) {
            make(file());
        }
        return SqlitePayloadStore.open(file(), keyFile(), new SecureRandom(), milestone);
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        SqlitePayloadStore.create(file);
    }

    @Test
    void noTextAndNoUnsaltedHashOfItReachesADisk() throws Exception {
        String canary = "canary-text-8b1c2f";
        try (var store = open()) {
            put(store, canary);
            assertThat(whereIs(canary.getBytes(StandardCharsets.UTF_8))).isEmpty();
            byte[] hash = ContentHash.of(canary.getBytes(StandardCharsets.UTF_8)).bytes();
            assertThat(whereIs(hash)).isEmpty();
        }
        assertThat(whereIs(canary.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void erasingLeavesNeitherKeyNorRowInAnyFile() throws Exception {
        try (var store = open()) {
            put(store, "stays");
            var reference = put(store, "goes");
            byte[] secret = secretOf(reference);
            byte[] ciphertext = ciphertextOf(reference);
            assertThat(whereIs(secret)).as("the search finds a key that is there").isNotEmpty();
            assertThat(whereIs(ciphertext)).as("the search finds a row that is there").isNotEmpty();
            store.erase(Set.of(reference.id()));
            assertThat(whereIs(secret)).isEmpty();
            assertThat(whereIs(ciphertext)).isEmpty();
        }
    }

    @Test
    void anOlderCopyOfTheRowsOpensNothingThatWasErased() throws Exception {
        Path backup = folder.resolve("backup.sqlite");
        PayloadReference kept;
        PayloadReference erased;
        try (var store = open()) {
            kept = put(store, "kept");
            erased = put(store, "erased");
        }
        Files.copy(file(), backup);
        try (var store = open()) {
            store.erase(Set.of(erased.id()));
        }
        try (var old = SqlitePayloadStore.openForReading(backup, keyFile())) {
            assertThat(text(old, kept)).isEqualTo("kept");
            assertThat(old.open(erased)).isInstanceOf(PayloadContent.Locked.class);
        }
    }

    @Test
    void anErasureThatWasCutShortIsFinishedByDoingItAgain() throws Exception {
        for (String point : List.of("erase-keys-destroyed", "erase-rows-deleted")) {
            PayloadReference reference;
            byte[] secret;
            byte[] ciphertext;
            try (var store =
                    open(name -> {
                        if (name.equals(point)) {
                            throw new IllegalStateException(point);
                        }
                    })) {
                reference = put(store, "goes");
                secret = secretOf(reference);
                ciphertext = ciphertextOf(reference);
                assertThatThrownBy(() -> store.erase(Set.of(reference.id()))).hasMessage(point);
                assertThat(whereIs(secret)).isEmpty();
                assertThat(store.open(reference)).isNotInstanceOf(PayloadContent.Open.class);
            }
            try (var store = open()) {
                store.erase(Set.of(reference.id()));
                assertThat(store.open(reference)).isInstanceOf(PayloadContent.Absent.class);
                assertThat(whereIs(ciphertext)).isEmpty();
            }
        }
    }

    @Test
    void withoutTheKeysARowIsLockedAndNewOnesStillWork() throws IOException {
        PayloadReference reference;
        try (var store = open()) {
            reference = put(store, "text");
        }
        try (var reader = SqlitePayloadStore.openForReading(file())) {
            assertThat(reader.open(reference)).isInstanceOf(PayloadContent.Locked.class);
            assertThat(reader.ids(0, 10)).containsExactly(1L);
            assertThatThrownBy(() -> put(reader, "x")).isInstanceOf(LedgerFailed.class);
            assertThatThrownBy(() -> reader.erase(Set.of(1L))).isInstanceOf(LedgerFailed.class);
        }
        Path away = folder.resolve("away.sqlite");
        Files.move(keyFile(), away);
        try (var reader = SqlitePayloadStore.openForReading(file(), keyFile())) {
            assertThat(reader.open(reference)).isInstanceOf(PayloadContent.Locked.class);
        }
        assertThat(keyFile()).doesNotExist();
        try (var elsewhere = open()) {
            for (int i = 0; i < 40; i++) {
                assertThat(text(elsewhere, put(elsewhere, "new " + i))).isEqualTo("new " + i);
            }
            assertThat(elsewhere.open(reference)).isInstanceOf(PayloadContent.Locked.class);
        }
        try (var reader = SqlitePayloadStore.openForReading(file(), away)) {
            assertThat(text(reader, reference)).isEqualTo("text");
        }
    }

    @Test
    void aReaderWithKeysFollowsTheWriter() {
        try (var writer = open();
                var reader = SqlitePayloadStore.openForReading(file(), keyFile())) {
            var first = put(writer, "one");
            assertThat(text(reader, first)).isEqualTo("one");
            writer.erase(Set.of(first.id()));
            assertThat(reader.open(first)).isInstanceOf(PayloadContent.Absent.class);
            assertThatThrownBy(() -> put(reader, "x")).isInstanceOf(LedgerFailed.class);
        }
    }

    @Test
    void everyChangedByteOfARowIsDamage() throws SQLException {
        PayloadReference reference;
        try (var store = open()) {
            reference = put(store, "a harbour");
        }
        Outside.execute(file(), "DROP TRIGGER payload_no_update");
        try (var reader = SqlitePayloadStore.openForReading(file(), keyFile())) {
            int flips = 0;
            for (String column : List.of("nonce", "ciphertext")) {
                String original =
                        HexFormat.of()
                                .formatHex(
                                        RawFiles.value(
                                                file(),
                                                file(),
                                                "SELECT " + column + " FROM payload"));
                byte[] bytes = HexFormat.of().parseHex(original);
                for (int i = 0; i < bytes.length; i++) {
                    byte[] flipped = bytes.clone();
                    flipped[i] ^= 1;
                    set(column, "x'" + HexFormat.of().formatHex(flipped) + "'");
                    assertThat(reader.open(reference)).isInstanceOf(PayloadContent.Damaged.class);
                    flips++;
                }
                set(column, "x'" + original + "'");
            }
            assertThat(flips).isEqualTo(12 + 32 + "a harbour".length() + 16);
            assertThat(text(reader, reference)).isEqualTo("a harbour");
            set("key_id", "key_id + 1");
            assertThat(reader.open(reference)).isInstanceOf(PayloadContent.Damaged.class);
        }
    }

    private void set(String column, String value) throws SQLException {
        Outside.execute(file(), "UPDATE payload SET " + column + " = " + value);
    }

    @Test
    void aChangedKeyIsDamage() throws SQLException {
        try (var store = open()) {
            var reference = put(store, "x");
            Outside.execute(
                    keyFile(),
                    "DROP TRIGGER payload_key_no_update; UPDATE payload_key SET secret = zeroblob(32)");
            assertThat(store.open(reference)).isInstanceOf(PayloadContent.Damaged.class);
        }
    }

    @Test
    void rowsAndKeysAreNeverChangedOrReplacedByAccident() throws SQLException {
        try (var store = open()) {
            put(store, "x");
        }
        String copy =
                "INSERT OR REPLACE INTO payload SELECT payload_id, key_id, nonce, zeroblob(99) FROM payload";
        for (String sql : List.of("UPDATE payload SET key_id = 1", copy)) {
            assertThatThrownBy(() -> Outside.execute(file(), sql)).isInstanceOf(SQLException.class);
        }
        for (String sql :
                List.of(
                        "UPDATE payload_key SET key_id = 1",
                        "INSERT OR REPLACE INTO payload_key SELECT key_id, zeroblob(32) FROM payload_key")) {
            assertThatThrownBy(() -> Outside.execute(keyFile(), sql))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keysAreUsedOnceAndThoseLeftOverAreForgottenAtClosing() throws Exception {
        Set<Long> used = new HashSet<>();
        for (int session = 0; session < 3; session++) {
            try (var store = open()) {
                for (int i = 0; i < 20; i++) {
                    put(store, "x");
                }
                assertThat(RawFiles.number(keyFile(), "SELECT count(*) FROM payload_key"))
                        .as("made ahead, in two batches")
                        .isEqualTo(
                                20L * session
                                        + PayloadKeys.FIRST_BATCH
                                        + PayloadKeys.FURTHER_BATCH);
            }
            assertThat(RawFiles.number(keyFile(), "SELECT count(*) FROM payload_key"))
                    .isEqualTo(20L * (session + 1));
        }
        try (var connection = Outside.connect(file());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key_id FROM payload")) {
            while (rows.next()) {
                used.add(rows.getLong(1));
            }
        }
        assertThat(used).hasSize(60).allMatch(id -> id >= 1);
    }

    @Test
    void aBatchOfKeysIsMadeOnlyWhenTheLastIsUsedUp() throws SQLException {
        try (var store = open()) {
            store.putAll(
                    java.util.Collections.nCopies(
                            PayloadKeys.FIRST_BATCH, PayloadDraft.of(PayloadKind.NOTE, "x")));
            assertThat(RawFiles.number(keyFile(), "SELECT count(*) FROM payload_key"))
                    .isEqualTo(PayloadKeys.FIRST_BATCH);
            put(store, "x");
            assertThat(RawFiles.number(keyFile(), "SELECT count(*) FROM payload_key"))
                    .isEqualTo(PayloadKeys.FIRST_BATCH + PayloadKeys.FURTHER_BATCH);
        }
    }

    @Test
    void aRowOnADamagedPageIsDamageAndNotAnException() throws Exception {
        PayloadReference reference;
        try (var store = open()) {
            reference = put(store, "x".repeat(9 << 20));
        }
        try (var content = Files.newByteChannel(file(), java.nio.file.StandardOpenOption.WRITE)) {
            content.position(4096);
            content.write(java.nio.ByteBuffer.wrap(new byte[3 * 4096]));
        }
        try (var reader = SqlitePayloadStore.openForReading(file(), keyFile())) {
            assertThat(reader.open(reference)).isInstanceOf(PayloadContent.Damaged.class);
        }
    }

    @Test
    void keysThatACrashLeftAreNotGivenOutAgain() throws Exception {
        open().close();
        Outside.execute(
                keyFile(),
                "INSERT INTO payload_key VALUES(5, randomblob(32)), (6, randomblob(32))");
        try (var store = open()) {
            put(store, "x");
        }
        assertThat(RawFiles.number(file(), "SELECT count(*) FROM payload WHERE key_id IN (5, 6)"))
                .isZero();
        assertThat(
                        RawFiles.number(
                                keyFile(),
                                "SELECT count(*) FROM payload_key WHERE key_id IN (5, 6)"))
                .isEqualTo(2);
    }

    @Test
    void aPutThatFailsLeavesNoRowAndTheStoreGoesOn() {
        boolean[] fails = {true};
        List<String> reached = new ArrayList<>();
        try (var store =
                open(name -> {
                    reached.add(name);
                    if (fails[0]) {
                        throw new IllegalStateException("power is gone");
                    }
                })) {
            assertThatThrownBy(() -> put(store, "x")).isInstanceOf(IllegalStateException.class);
            assertThat(store.ids(0, 10)).isEmpty();
            fails[0] = false;
            assertThat(text(store, put(store, "y"))).isEqualTo("y");
        }
        assertThat(reached)
                .containsExactly(
                        "payload-before-commit", "payload-before-commit", "payload-committed");
    }

    @Test
    void theKeysAreTheOwnersOnly() throws IOException {
        try (var store = open()) {
            put(store, "x");
            try (var files = Files.list(keyFile().getParent())) {
                for (Path path : files.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as("%s", path)
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void missingAndForeignFilesAreFailuresInWords() throws IOException {
        assertThatThrownBy(() ->
                        SqlitePayloadStore.open(
                                file(), keyFile(), new SecureRandom(), Milestone.NONE))
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("There is no payload database");
        open().close();
        assertThatThrownBy(() -> SqlitePayloadStore.create(file()))
                .isInstanceOf(LedgerFailed.class);
        Files.delete(keyFile());
        Files.copy(file(), keyFile());
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("is not a Backlot payload key database");
        assertThatThrownBy(() -> SqlitePayloadStore.openForReading(file(), keyFile()))
                .isInstanceOf(LedgerFailed.class);
    }

    @Test
    void aClosedStoreRefusesInWords() {
        var store = open();
        var reference = put(store, "x");
        store.close();
        store.close();
        assertThatThrownBy(() -> put(store, "y")).isInstanceOf(LedgerFailed.class);
        assertThatThrownBy(() -> store.open(reference)).isInstanceOf(LedgerFailed.class);
        assertThatThrownBy(() -> store.putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, "z"))))
                .hasMessageContaining("closed");
    }

    private List<Path> whereIs(byte[] bytes) throws IOException {
        return RawFiles.holding(folder, bytes);
    }

    private byte[] secretOf(PayloadReference reference) throws SQLException {
        String keyId = "(SELECT key_id FROM p.payload WHERE payload_id = " + reference.id() + ")";
        return RawFiles.value(
                file(), keyFile(), "SELECT secret FROM payload_key WHERE key_id = " + keyId);
    }

    private byte[] ciphertextOf(PayloadReference reference) throws SQLException {
        String row = "FROM p.payload WHERE payload_id = " + reference.id();
        return RawFiles.value(file(), keyFile(), "SELECT ciphertext " + row);
    }
}
