package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPiecesTest {
    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, CLOSE_ROW",
        "true, true, true, false, CLOSE_ROW_AND_REPORT",
        "true, true, false, true, LEAVE",
        "true, true, false, false, REPORT",
        "true, false, true, true, CLOSE_ROW_AND_REPORT",
        "true, false, true, false, CLOSE_ROW_AND_REPORT",
        "true, false, false, true, REPORT",
        "true, false, false, false, REPORT",
        "false, true, true, true, COMPLETE",
        "false, true, true, false, ABANDON_AND_CLOSE_ROW",
        "false, true, false, true, ABANDON",
        "false, true, false, false, ABANDON",
        "false, false, true, true, ABANDON_AND_CLOSE_ROW",
        "false, false, true, false, ABANDON_AND_CLOSE_ROW",
        "false, false, false, true, ABANDON",
        "false, false, false, false, ABANDON"
    })
    void eachCellOfTheTableHasItsAction(
            boolean outcome, boolean assets, boolean row, boolean payloads, RecoveryAction action) {
        assertThat(new RunPieces(outcome, assets, row, payloads).action()).isEqualTo(action);
    }

    @Test
    void aRunIsCompletedOnlyWithAllPiecesAndNoOutcome() {
        List<Boolean> both = List.of(true, false);
        Stream<RunPieces> all =
                both.stream()
                        .flatMap(outcome ->
                                both.stream()
                                        .flatMap(assets ->
                                                both.stream()
                                                        .flatMap(row ->
                                                                both.stream()
                                                                        .map(payloads ->
                                                                                new RunPieces(
                                                                                        outcome,
                                                                                        assets, row,
                                                                                        payloads)))));

        assertThat(all.filter(pieces -> pieces.action() == RecoveryAction.COMPLETE))
                .containsExactly(new RunPieces(false, true, true, true));
    }
}
