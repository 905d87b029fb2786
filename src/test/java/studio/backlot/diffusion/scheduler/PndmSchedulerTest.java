package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PndmSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "PNDMScheduler";
    }

    @Override
    String settings() {
        return "{\"skip_prk_steps\": true}";
    }

    @Override
    int stepsFor(int asked) {
        return asked == 1 ? 1 : asked + 1;
    }

    @Override
    Set<String> unread() {
        return Set.of("rescale_betas_zero_snr");
    }

    @Test
    void whatItCannotDoIsRefused() {
        assertRefused("{\"prediction_type\": \"sample\"}", "prediction_type", "epsilon");
        assertThatThrownBy(() -> scheduler("{\"skip_prk_steps\": false}", 3))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContainingAll("skip_prk_steps", "at least 4");
    }

    @Test
    void aRunByRungeAndKuttaGoesOnFromAnyStep() {
        String config = "{\"skip_prk_steps\": false}";
        Scheduler whole = scheduler(config, 7);
        int steps = whole.timesteps().length;
        assertThat(steps).isEqualTo(7 + 9);
        float[] expected = {1, -2, 3, 0.5f};
        for (int step = 0; step < steps; step++) {
            GoldenRun.step(whole, step, expected, noise());
        }
        for (int from = 0; from < steps; from++) {
            Scheduler first = scheduler(config, 7);
            float[] sample = {1, -2, 3, 0.5f};
            for (int step = 0; step < from; step++) {
                GoldenRun.step(first, step, sample, noise());
            }
            Scheduler resumed = scheduler(config, 7);
            resumed.resume(from, from, first.history());
            for (int step = from; step < steps; step++) {
                GoldenRun.step(resumed, step, sample, noise());
            }

            assertThat(sample).as("from step " + from).containsExactly(expected);
        }
    }
}
