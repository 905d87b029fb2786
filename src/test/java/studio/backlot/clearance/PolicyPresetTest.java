package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backlot.identity.Role;

class PolicyPresetTest {
    @ParameterizedTest
    @CsvSource({
        "SOLO,        any,   SUBMIT,     true,  false, true,  false, ASK,    ''",
        "SMALL_CREW,  any,   GENERATION, false, true,  false, false, REFUSE, FINAL",
        "STREAMER,    known, GENERATION, false, true,  false, false, REFUSE, TEMP FINAL",
        "BROADCASTER, known, GENERATION, false, true,  false, true,  REFUSE, TEMP FINAL",
    })
    void eachPresetIsStricterThanTheOneBefore(
            PolicyPreset preset,
            String licences,
            FaceCheck faces,
            boolean isMakerAllowed,
            boolean isSecondPersonNeeded,
            boolean isPromptAllowed,
            boolean isMarkRequired,
            Stance likeness,
            String requiredFor) {
        Policy policy = preset.policy();

        assertThat(policy.preset()).isEqualTo(preset);
        assertThat(policy.licences().isEmpty()).isEqualTo(licences.equals("any"));
        assertThat(policy.faces()).isEqualTo(faces);
        assertThat(policy.approval().isMakerAllowed()).isEqualTo(isMakerAllowed);
        assertThat(policy.overrideNeedsSecondPerson()).isEqualTo(isSecondPersonNeeded);
        assertThat(policy.files()).isEqualTo(new FileRules(isPromptAllowed, isMarkRequired));
        assertThat(policy.consents().likeness()).isEqualTo(likeness);
        assertThat(policy.consents().listedName()).isEqualTo(likeness);
        assertThat(policy.consents().protectedTitle()).isEqualTo(likeness);
        assertThat(policy.useCases().requiredFor())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(requiredFor.split(" "))
                                .filter(use -> !use.isEmpty())
                                .map(UseLabel::valueOf)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void inEveryPresetAProducerApprovesAndNothingIsProtectedYet(PolicyPreset preset) {
        Policy policy = preset.policy();

        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.approval().roles()).containsExactly(Role.PRODUCER);
        assertThat(policy.useCases().escalated()).containsExactlyInAnyOrder(Area.values());
        assertThat(policy.protectedTitles()).isEmpty();
        assertThat(PolicyPreset.ofWireName(preset.wireName())).contains(preset);
    }

    @Test
    void anotherNameIsNoPreset() {
        assertThat(PolicyPreset.SMALL_CREW.wireName()).isEqualTo("small-crew");
        assertThat(PolicyPreset.ofWireName("SMALL_CREW")).isEmpty();
    }
}
