package studio.backlot.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlateRequestTest {
    @Test
    void anyTextThatCanBeRecordedIsAPrompt() {
        for (String prompt :
                new String[] {
                    "",
                    " ",
                    "x".repeat(10_000),
                    "🏔️ 夕焼け",
                    "\u202eاللغة",
                    "tab\tline\nnul\u0000bell\u0007"
                }) {
            assertThat(PlateRequest.of(prompt).prompt()).isEqualTo(prompt);
        }
    }

    @Test
    void halfACharacterAndABookAreRefused() {
        assertThatThrownBy(() -> PlateRequest.of("ab\ud83c"))
                .hasMessageContaining("half of a character at position 2");
        assertThatThrownBy(() -> PlateRequest.of("").withNegativePrompt("\udf04"))
                .hasMessageContaining("the negative prompt");
        assertThatThrownBy(() -> PlateRequest.of("x".repeat(100_001)))
                .hasMessageContaining("100001 characters");
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        PlateRequest request = PlateRequest.of("");
        assertThatThrownBy(() -> request.withInferenceSteps(0)).hasMessageContaining("in 0 steps");
        assertThatThrownBy(() -> request.withInferenceSteps(1001))
                .hasMessageContaining("1 to 1000");
        for (double scale : new double[] {-0.1, 100.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> request.withGuidanceScale(scale))
                    .hasMessageContaining("guidance scale of " + scale);
        }
        assertThat(request.withSeed(Long.MIN_VALUE).seed()).isEqualTo(Long.MIN_VALUE);
    }
}
