package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.SignedNote;

class AnchorTest {
    private static final UUID PRODUCTION = new UUID(3, 4);
    private static final EntryDraft DRAFT =
            new EntryDraft(
                    EventType.REVIEW,
                    new Maker("Ana", Role.PRODUCER),
                    Optional.empty(),
                    JsonObject.EMPTY);

    @TempDir Path folder;

    private final SigningKey key = SigningKey.generate();
    private Path file;
    private Path anchorFile;

    @BeforeEach
    void makeALedgerAndAnAnchorFolder() throws IOException {
        file = folder.resolve("ledger.sqlite");
        anchorFile = Files.createDirectory(anchorFolder()).resolve(PRODUCTION + ".checkpoint");
        SqliteLedger.create(file, PRODUCTION, key);
    }

    private SqliteLedger open() {
        return open(key, anchorFolder());
    }

    private SqliteLedger open(SigningKey signer, Path anchorFolder) {
        return SqliteLedger.open(
                file,
                LedgerSetup.of(PRODUCTION, signer, () -> Instant.EPOCH, UUID::randomUUID)
                        .withAnchor(anchorFolder));
    }

    private Path anchorFolder() {
        return folder.resolve("anchor");
    }

    private SignedNote anchored() throws IOException {
        return SignedNote.parse(Files.readString(anchorFile));
    }

    @Test
    void theNewestHeadIsAnchoredAtClosing() throws IOException {
        try (var ledger = open()) {
            ledger.appendAll(List.of(DRAFT, DRAFT, DRAFT));
        }
        assertThat(anchored().checkpoint().size()).isEqualTo(3);
        assertThat(anchorFile.resolveSibling(anchorFile.getFileName() + ".new")).doesNotExist();
        open().close();
        assertThat(anchored().checkpoint().size()).isEqualTo(3);
    }

    @Test
    void anAppendIsAnchoredSoonWithoutClosing() throws Exception {
        try (var ledger = open()) {
            ledger.append(DRAFT);
            ledger.append(DRAFT);
            while (!Files.exists(anchorFile)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(anchored().format()).isEqualTo(ledger.head().note().format());
            Files.delete(anchorFile);
            ledger.append(DRAFT);
            while (!Files.exists(anchorFile)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(anchored().checkpoint().size()).isEqualTo(3);
            assertThat(ledger.anchorFailure()).isEmpty();
        }
    }

    @Test
    void aLedgerShorterThanItsAnchorIsRefusedForWritingAndReadable() throws IOException {
        byte[] older = Files.readAllBytes(file);
        try (var ledger = open()) {
            ledger.append(DRAFT);
            ledger.append(DRAFT);
        }
        Files.write(file, older);
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("has 0 entries, but its anchor shows that it had 2")
                .hasMessageContaining(anchorFile.toString());
        assertThat(anchored().checkpoint().size()).isEqualTo(2);
        try (var reader = SqliteLedger.openForReading(file, PRODUCTION)) {
            assertThat(reader.head().checkpoint().size()).isZero();
        }
    }

    @Test
    void aForkOfTheSameLengthIsRefusedForWriting() throws IOException {
        byte[] older = Files.readAllBytes(file);
        try (var ledger = open()) {
            ledger.append(DRAFT);
        }
        Files.write(file, older);
        try (var elsewhere = open(key, Files.createDirectory(folder.resolve("elsewhere")))) {
            elsewhere.append(DRAFT);
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("two machines");
    }

    @Test
    void anOlderAnchorIsNoContradiction() throws IOException {
        try (var ledger = open()) {
            ledger.append(DRAFT);
        }
        byte[] older = Files.readAllBytes(anchorFile);
        try (var ledger = open()) {
            ledger.append(DRAFT);
        }
        Files.write(anchorFile, older);
        open().close();
        assertThat(anchored().checkpoint().size()).isEqualTo(2);
    }

    @Test
    void aDamagedOrForeignAnchorIsNotOverwritten() throws IOException {
        Files.writeString(anchorFile, "nonsense");
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("which is damaged");
        assertThat(anchorFile).hasContent("nonsense");

        var foreign = SigningKey.generate();
        Files.delete(anchorFile);
        Files.delete(file);
        SqliteLedger.create(file, PRODUCTION, foreign);
        try (var ledger = open(foreign, anchorFolder())) {
            ledger.append(DRAFT);
        }
        String kept = Files.readString(anchorFile);
        Files.delete(file);
        SqliteLedger.create(file, PRODUCTION, key);
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerFailed.class)
                .hasMessageContaining("not signed by this log's key");
        assertThat(anchorFile).hasContent(kept);
    }

    @Test
    void anAnchorFolderThatIsAwayNeverFailsAnAppendAndIsReported() throws IOException {
        Path away = folder.resolve("not plugged in");
        var first = open(key, away);
        first.append(DRAFT);
        first.close();
        assertThat(first.anchorFailure())
                .hasValueSatisfying(words ->
                        assertThat(words)
                                .contains("not plugged in")
                                .contains("check that the anchor folder exists"));
        Files.createDirectory(away);
        var second = open(key, away);
        second.append(DRAFT);
        second.close();
        assertThat(second.anchorFailure()).isEmpty();
        assertThat(away.resolve(PRODUCTION + ".checkpoint")).exists();
    }

    @Test
    void anAnchorThatCannotBeReadIsReportedAndNeverFailsAnAppend() throws IOException {
        Files.createDirectories(anchorFile.resolve("in the way"));
        try (var ledger = open()) {
            assertThat(ledger.anchorFailure())
                    .hasValueSatisfying(words -> assertThat(words).contains("could not be used"));
            assertThat(ledger.append(DRAFT).index()).isZero();
        }
    }

    @Test
    void anAnchorThatFailedIsTriedAgainAtTheNextAppend() throws Exception {
        Path away = folder.resolve("not plugged in");
        try (var ledger = open(key, away)) {
            ledger.append(DRAFT);
            while (ledger.anchorFailure().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Files.createDirectory(away);
            ledger.append(DRAFT);
            while (!Files.exists(away.resolve(PRODUCTION + ".checkpoint"))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Test
    void theAnchorsThreadEndsWithTheLedger() {
        try (var ledger = open()) {
            ledger.append(DRAFT);
            assertThat(anchorThreads()).isTrue();
        }
        assertThat(anchorThreads()).isFalse();
    }

    private static boolean anchorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("ledger-anchor"));
    }
}
