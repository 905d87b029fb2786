package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.identity.SigningKey;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.CrashedProduction.Piece;
import studio.backlot.workflow.CrashedProduction.Run;

class CheckProductionTest {
    @TempDir private Path folder;

    private CrashedProduction production;

    @BeforeEach
    void make() throws Exception {
        production = CrashedProduction.create(folder.resolve("production"), SigningKey.generate());
    }

    @AfterEach
    void close() {
        production.close();
    }

    @Test
    void aWholeProductionIsClean() {
        production.run(1, EnumSet.of(Piece.OUTCOME, Piece.FILE, Piece.TEXT));

        assertThat(check(() -> CrashedProduction.DESCRIPTION, List.of())).isEmpty();
    }

    @Test
    void orphansLeftoversAndOpenRunsAreNotes() {
        Run run = production.run(1, EnumSet.of(Piece.FILE, Piece.ROW, Piece.TEXT));
        Path leftover = folder.resolve("tmp/x.1");

        List<ValidationStatus> found =
                check(() -> CrashedProduction.DESCRIPTION, List.of(leftover));

        assertThat(found)
                .extracting(ValidationStatus::severity)
                .containsOnly(ValidationStatus.Severity.NOTE);
        assertThat(found)
                .extracting(status -> status.code() + " " + status.where())
                .containsExactly(
                        "asset.orphan asset " + run.asset(),
                        "asset.leftover " + leftover,
                        "job.unfinished job " + run.job());
    }

    @Test
    void aMissingFileIsAFindingToldOnce() {
        Run run = production.run(1, EnumSet.of(Piece.OUTCOME, Piece.TEXT));

        List<ValidationStatus> found = check(() -> CrashedProduction.DESCRIPTION, List.of());

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().code()).isEqualTo("asset.missing");
        assertThat(found.getFirst().where()).isEqualTo("asset " + run.asset());
        assertThat(found.getFirst().explanation()).contains("entry " + (run.intent() + 1));
    }

    @Test
    void aDescriptionThatContradictsTheLedgerIsAFinding() {
        var other = new ProductionDescription(1, new UUID(1, 1), "Day", Instant.EPOCH);

        List<ValidationStatus> found = check(() -> other, List.of());

        assertThat(found)
                .extracting(ValidationStatus::code)
                .containsOnly("production.mismatch")
                .hasSize(2);
        assertThat(found.get(1).explanation())
                .contains("its name is \"Day\"")
                .contains("says \"Night\"");
    }

    @Test
    void aDescriptionThatCannotBeReadIsAFinding() {
        List<ValidationStatus> found =
                check(
                        () -> {
                            throw new ProductionFolderRefused("production.json is garbled");
                        },
                        List.of());

        assertThat(found)
                .containsExactly(
                        ValidationStatus.finding(
                                "production.unreadable",
                                "production.json",
                                "production.json is garbled"));
    }

    private List<ValidationStatus> check(
            Supplier<ProductionDescription> description, List<Path> leftovers) {
        var stores = production.stores;
        return new CheckProduction(stores.ledger(), stores.assets(), stores.jobs())
                .check(description, leftovers);
    }
}
