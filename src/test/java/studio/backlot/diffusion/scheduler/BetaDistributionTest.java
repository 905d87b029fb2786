package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaDistributionTest {
    /// From scipy.stats.beta.ppf.
    @ParameterizedTest
    @CsvSource({
        "0.6, 0.6, 0, 0.0",
        "0.6, 0.6, 1e-06, 1.8558824624053043e-10",
        "0.6, 0.6, 0.01, 0.0008612388215429059",
        "0.6, 0.6, 0.25, 0.17568037865269498",
        "0.6, 0.6, 0.5, 0.5000000000000001",
        "0.6, 0.6, 0.75, 0.824319621347305",
        "0.6, 0.6, 0.999, 0.9999814412614826",
        "0.6, 0.6, 1, 1.0",
        "2, 3, 0, 0.0",
        "2, 3, 1e-06, 0.0004083594602042573",
        "2, 3, 0.01, 0.04199863562170072",
        "2, 3, 0.25, 0.24302208375607628",
        "2, 3, 0.5, 0.3857275681323895",
        "2, 3, 0.75, 0.5436782854190803",
        "2, 3, 0.999, 0.9359618608971666",
        "2, 3, 1, 1.0",
        "0.3, 5, 0, 0.0",
        "0.3, 5, 1e-06, 1.4968979482000592e-21",
        "0.3, 5, 0.01, 3.2249691870528574e-08",
        "0.3, 5, 0.25, 0.0014801383770823983",
        "0.3, 5, 0.5, 0.015575670380369208",
        "0.3, 5, 0.75, 0.07093807826740414",
        "0.3, 5, 0.999, 0.6267925647775233",
        "0.3, 5, 1, 1.0"
    })
    void quantilesAreThoseOfScipy(double alpha, double beta, double share, double quantile) {
        assertThat(new BetaDistribution(alpha, beta).quantile(share))
                .isCloseTo(quantile, within(1e-12));
    }
}
