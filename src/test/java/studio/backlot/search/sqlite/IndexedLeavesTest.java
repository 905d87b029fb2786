package studio.backlot.search.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.ProofImpossible;
import studio.backlot.provenance.sqlite.LedgerSetup;
import studio.backlot.provenance.sqlite.SqliteLedger;

class IndexedLeavesTest {
    private final UUID production = new UUID(3, 3);

    @TempDir Path folder;

    private Path index() {
        return folder.resolve("index.sqlite");
    }

    private List<LedgerEntry> fill(int count) {
        SigningKey key = SigningKey.generate();
        SqliteLedger.create(folder.resolve("ledger.sqlite"), production, key);
        var setup =
                LedgerSetup.of(
                        production,
                        key,
                        () -> Instant.parse("2026-11-24T08:00:00Z"),
                        UUID::randomUUID);
        try (var ledger = SqliteLedger.open(folder.resolve("ledger.sqlite"), setup);
                var made = SqliteLedgerIndex.open(index())) {
            ledger.appendAll(
                    Collections.nCopies(
                            count,
                            new EntryDraft(
                                    EventType.REVIEW,
                                    new Maker("Ana", Maker.Role.ARTIST),
                                    Optional.empty(),
                                    JsonObject.EMPTY)));
            made.catchUp(ledger, Progress.NONE, new Cancellation());
            return ledger.entries(0, count);
        }
    }

    @Test
    void theLeavesAreThoseOfTheEntries() {
        List<LedgerEntry> entries = fill(600);
        try (var leaves = IndexedLeaves.open(index())) {
            assertThat(leaves.size()).isEqualTo(600);
            for (LedgerEntry entry : entries) {
                assertThat(leaves.leaf(entry.index()))
                        .isEqualTo(MerkleTree.leafHash(entry.bytes()));
            }
        }
    }

    @Test
    void anIndexThatIsMissingOrNoneHasNoLeaves() throws IOException {
        try (var leaves = IndexedLeaves.open(index())) {
            assertThat(leaves.size()).isZero();
        }
        Files.writeString(index(), "not an index");
        try (var leaves = IndexedLeaves.open(index())) {
            assertThat(leaves.size()).isZero();
        }
    }

    @Test
    void aMissingTileGivesNoLeaf() throws SQLException {
        fill(300);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + index());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM tile WHERE level = 0 AND tile_index = 1");
        }
        try (var leaves = IndexedLeaves.open(index())) {
            assertThat(leaves.leaf(255)).hasSize(32);
            assertThatThrownBy(() -> leaves.leaf(256)).isInstanceOf(ProofImpossible.class);
        }
    }
}
