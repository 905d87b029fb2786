package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backlot.base.JsonValue.JsonObject;

class SchedulersTest {
    @ParameterizedTest
    @CsvSource({
        "ddim, DDIMScheduler",
        "Euler, EulerDiscreteScheduler",
        "DPM++2M, DPMSolverMultistepScheduler",
        "dpm++2m-sde-karras, DPMSolverMultistepScheduler",
        "UniPC, UniPCMultistepScheduler",
        "DDIMScheduler, DDIMScheduler",
        "EulerDiscreteScheduler, EulerDiscreteScheduler",
        "DPMSolverMultistepScheduler, DPMSolverMultistepScheduler"
    })
    void schedulersAnswerToClassNamesAndShortNames(String asked, String name) {
        assertThat(Schedulers.of(asked, JsonObject.EMPTY, 4).name()).isEqualTo(name);
    }

    @Test
    void everyShortNameIsBuilt() {
        assertThat(Schedulers.shortNames())
                .allSatisfy(name -> Schedulers.of(name, JsonObject.EMPTY, 4));
    }

    @Test
    void anAlgorithmThatIsNotBuiltIsRefusedWithTheOnesThatAre() {
        assertThatThrownBy(() -> Schedulers.of("KDPM2DiscreteScheduler", JsonObject.EMPTY, 4))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContainingAll(
                        "KDPM2DiscreteScheduler", "DDIMScheduler (ddim)", "euler", "dpm++2m");
    }
}
