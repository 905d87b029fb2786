package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backlot.workflow.CrashedProduction.Piece.FILE;
import static studio.backlot.workflow.CrashedProduction.Piece.OUTCOME;
import static studio.backlot.workflow.CrashedProduction.Piece.ROW;
import static studio.backlot.workflow.CrashedProduction.Piece.TEXT;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Milestone;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.CrashedProduction.Piece;
import studio.backlot.workflow.CrashedProduction.Run;
import studio.backlot.workflow.RecoveryReport.Recovered;

/// The recovery table of `docs/recovery.md`, one test a cell, on real files: which of outcome,
/// asset file, open row and text a crash left of a run, and what then becomes of it.
class RecoverProductionTest {
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
    void outcomeFileRowAndTextCloseTheRow() {
        assertRecorded(RecoveryAction.CLOSE_ROW, Set.of(), OUTCOME, FILE, ROW, TEXT);
    }

    @Test
    void outcomeFileAndRowCloseTheRowAndTellTheMissingText() {
        assertRecorded(
                RecoveryAction.CLOSE_ROW_AND_REPORT, Set.of("payload.missing"), OUTCOME, FILE, ROW);
    }

    @Test
    void outcomeFileAndTextAreLeftAlone() {
        assertRecorded(RecoveryAction.LEAVE, Set.of(), OUTCOME, FILE, TEXT);
    }

    @Test
    void outcomeAndFileTellTheMissingText() {
        assertRecorded(RecoveryAction.REPORT, Set.of("payload.missing"), OUTCOME, FILE);
    }

    @Test
    void outcomeRowAndTextCloseTheRowAndTellTheMissingFile() {
        assertRecorded(
                RecoveryAction.CLOSE_ROW_AND_REPORT, Set.of("asset.missing"), OUTCOME, ROW, TEXT);
    }

    @Test
    void outcomeAndRowCloseTheRowAndTellBoth() {
        assertRecorded(
                RecoveryAction.CLOSE_ROW_AND_REPORT,
                Set.of("asset.missing", "payload.missing"),
                OUTCOME,
                ROW);
    }

    @Test
    void outcomeAndTextTellTheMissingFile() {
        assertRecorded(RecoveryAction.REPORT, Set.of("asset.missing"), OUTCOME, TEXT);
    }

    @Test
    void anOutcomeAloneTellsBoth() {
        assertRecorded(RecoveryAction.REPORT, Set.of("asset.missing", "payload.missing"), OUTCOME);
    }

    @Test
    void fileRowAndTextCompleteTheRun() {
        Run run = run(FILE, ROW, TEXT);

        RecoveryReport report = recover();

        LedgerEntry outcome = onlyOutcome(run);
        assertThat(report.runs())
                .containsExactly(
                        new Recovered(
                                run.intent(),
                                RecoveryAction.COMPLETE,
                                Optional.of(outcome.index())));
        assertThat(report.findings()).isEmpty();
        JsonObject said = outcome.assertions().object("run").orElseThrow();
        assertThat(said.text("status")).contains("succeeded");
        assertThat(said.truth("recovered")).contains(true);
        assertThat(outcome.assertions().get("output")).isEqualTo(run.result().get("output"));
        assertThat(outcome.person()).isEqualTo(CrashedProduction.MIA);
        assertThat(outcome.job()).contains(run.job());
        assertThat(notes()).isEmpty();
        assertClosedAndTextKept(run);
    }

    @Test
    void fileAndRowWithoutTextAreAbandonedAndTheFileIsOffered() {
        assertAbandoned(RecoveryAction.ABANDON_AND_CLOSE_ROW, List.of("payload"), FILE, ROW);
    }

    @Test
    void fileAndTextWithoutRowAreAbandonedAndTheFileIsOffered() {
        assertAbandoned(RecoveryAction.ABANDON, List.of("row"), FILE, TEXT);
    }

    @Test
    void aFileAloneIsOfferedAndItsRunAbandoned() {
        assertAbandoned(RecoveryAction.ABANDON, List.of("row", "payload"), FILE);
    }

    @Test
    void rowAndTextWithoutFileAreAbandoned() {
        assertAbandoned(RecoveryAction.ABANDON_AND_CLOSE_ROW, List.of("asset"), ROW, TEXT);
    }

    @Test
    void aRowAloneIsAbandoned() {
        assertAbandoned(RecoveryAction.ABANDON_AND_CLOSE_ROW, List.of("asset", "payload"), ROW);
    }

    @Test
    void aTextAloneIsAbandonedAndStays() {
        assertAbandoned(RecoveryAction.ABANDON, List.of("row"), TEXT);
    }

    @Test
    void anIntentAloneIsAbandoned() {
        assertAbandoned(RecoveryAction.ABANDON, List.of("row", "payload"));
    }

    /// The outcome is in the ledger: nothing is appended, the row is closed, what is missing is
    /// told.
    private void assertRecorded(RecoveryAction action, Set<String> codes, Piece... left) {
        Run run = run(left);
        long before = production.entries().size();

        RecoveryReport report = recover();

        assertThat(production.entries()).hasSize((int) before);
        assertThat(report.runs())
                .isEqualTo(
                        action == RecoveryAction.LEAVE
                                ? List.of()
                                : List.of(new Recovered(run.intent(), action, Optional.empty())));
        assertThat(report.findings())
                .extracting(ValidationStatus::code)
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(report.isQuiet()).isEqualTo(action == RecoveryAction.LEAVE);
        assertThat(production.stores.jobs().unfinished()).isEmpty();
        assertThat(recover().isQuiet()).isTrue();
    }

    private void assertAbandoned(RecoveryAction action, List<String> missing, Piece... left) {
        Run run = run(left);

        RecoveryReport report = recover();

        LedgerEntry outcome = onlyOutcome(run);
        assertThat(report.runs())
                .containsExactly(new Recovered(run.intent(), action, Optional.of(outcome.index())));
        JsonObject said = outcome.assertions().object("run").orElseThrow();
        assertThat(said.text("status")).contains("abandoned");
        assertThat(said.text("reason"))
                .contains(
                        "the program ended before the run did; missing: "
                                + String.join(", ", missing));
        assertThat(outcome.job()).contains(run.job());
        boolean isOffered = List.of(left).contains(FILE);
        assertThat(notes())
                .isEqualTo(isOffered ? List.of("asset.orphan asset " + run.asset()) : List.of());
        assertThat(production.stores.assets().locate(run.asset()).isPresent()).isEqualTo(isOffered);
        if (List.of(left).contains(TEXT)) {
            assertClosedAndTextKept(run);
        }
        assertThat(recover().isQuiet()).isTrue();
        assertThat(production.outcomes(run)).hasSize(1);
    }

    private void assertClosedAndTextKept(Run run) {
        assertThat(production.stores.jobs().unfinished()).isEmpty();
        assertThat(production.stores.payloads().open(run.prompt()))
                .isInstanceOf(PayloadContent.Open.class);
    }

    private Run run(Piece... left) {
        Set<Piece> pieces = EnumSet.noneOf(Piece.class);
        pieces.addAll(List.of(left));
        return production.run(1, pieces);
    }

    private RecoveryReport recover() {
        return production.recover(Milestone.NONE);
    }

    private LedgerEntry onlyOutcome(Run run) {
        Collection<LedgerEntry> outcomes = production.outcomes(run);
        assertThat(outcomes).hasSize(1);
        return outcomes.iterator().next();
    }

    private List<String> notes() {
        return new CheckProduction(
                        production.stores.ledger(),
                        production.stores.assets(),
                        production.stores.jobs())
                .check(() -> CrashedProduction.DESCRIPTION, List.of()).stream()
                        .map(status -> status.code() + " " + status.where())
                        .toList();
    }
}
