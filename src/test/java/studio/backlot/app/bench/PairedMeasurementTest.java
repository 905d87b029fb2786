package studio.backlot.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedMeasurementTest {
    @Test
    void theMedianOfTheRatiosIsReported() {
        var measured = new PairedMeasurement(List.of(2.0, 3.0, 40.0), List.of(1.0, 2.0, 10.0));

        assertThat(measured.medianRatio()).isCloseTo(2.0, within(1e-12));
    }

    @Test
    void theIntervalHoldsTheMedianAndShrinksToAPointForEqualRatios() {
        var spread =
                new PairedMeasurement(
                        List.of(1.0, 1.1, 1.2, 1.3, 1.4), List.of(1.0, 1.0, 1.0, 1.0, 1.0));
        var flat = new PairedMeasurement(List.of(2.0, 4.0, 6.0), List.of(1.0, 2.0, 3.0));

        assertThat(spread.interval().low()).isLessThanOrEqualTo(1.2).isGreaterThanOrEqualTo(1.0);
        assertThat(spread.interval().high()).isGreaterThanOrEqualTo(1.2).isLessThanOrEqualTo(1.4);
        assertThat(flat.interval()).isEqualTo(new PairedMeasurement.Interval(2, 2));
    }

    @Test
    void runsAlternateAfterTwoUnmeasuredOnes() throws Exception {
        List<String> order = new ArrayList<>();

        var measured =
                PairedMeasurement.run(
                        3,
                        () -> {
                            order.add("A");
                            return order.size();
                        },
                        () -> {
                            order.add("B");
                            return 1;
                        });

        assertThat(order).hasSize(10).startsWith("A", "B", "A", "B");
        assertThat(measured.secondsA()).containsExactly(5.0, 7.0, 9.0);
    }

    @Test
    void unequalNumbersOfRunsAreNoPairs() {
        assertThatThrownBy(() -> new PairedMeasurement(List.of(1.0), List.of()))
                .hasMessageContaining("no pairs");
    }
}
