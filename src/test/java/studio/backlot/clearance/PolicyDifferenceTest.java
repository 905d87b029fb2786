package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyDifferenceTest {
    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void aPresetIsLikeItselfInWhateverVersion(PolicyPreset preset) {
        assertThat(PolicyDifference.of(preset.policy().withVersion(9))).isEmpty();
    }

    @Test
    void eachChangedRuleIsNamedWithBothValues() {
        String text =
                "{\"schema\":\"backlot.policy/1\",\"preset\":\"solo\",\"models\":{\"licences\":[\"MIT\"]},"
                        + "\"consents\":{\"noticeHours\":24},\"protectedTitles\":[\"T\"]}";
        Policy policy =
                ((PolicyReading.Read) PolicyReader.read(text.getBytes(StandardCharsets.UTF_8)))
                        .policy();

        assertThat(PolicyDifference.of(policy))
                .containsExactly(
                        new PolicyDifference("/consents/noticeHours", "48", "24"),
                        new PolicyDifference("/models/licences", "\"any\"", "[\"MIT\"]"),
                        new PolicyDifference("/protectedTitles", "[]", "[\"T\"]"));
    }

    @Test
    void aLaterVersionHasTheSameRules() {
        Policy later = PolicyPreset.STREAMER.policy().withVersion(5);

        assertThat(later.version()).isEqualTo(5);
        assertThat(later.withVersion(1)).isEqualTo(PolicyPreset.STREAMER.policy());
    }
}
