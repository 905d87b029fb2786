package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowMatchEulerSchedulerTest {
    Stream<GoldenRun> golden() {
        return GoldenRun.of(FlowMatchEulerScheduler.NAME);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyStepIsThatOfDiffusers(GoldenRun run) {
        run.assertSame();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"shift\": 0} | shift",
                "{\"shift\": \"much\"} | shift",
                "{\"use_dynamic_shifting\": true} | use_dynamic_shifting",
                "{\"shift_terminal\": \"x\"} | shift_terminal",
                "{\"num_train_timesteps\": 1.5} | num_train_timesteps"
            })
    void whatCannotBeHonouredIsRefusedByKey(String config, String key) {
        assertThatThrownBy(() -> Schedulers.of("flow-euler", SchedulerContract.json(config), 1))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContaining(key);
    }

    @Test
    void sampleAndOutputMustFit() {
        Scheduler scheduler = Schedulers.of("flow-euler", SchedulerContract.json("{}"), 4);
        assertThat(scheduler.order()).isEqualTo(1);
        assertThatThrownBy(() -> scheduler.step(new float[3], 0, new float[4], into -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
