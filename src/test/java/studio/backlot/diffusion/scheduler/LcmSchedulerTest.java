package studio.backlot.diffusion.scheduler;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LcmSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "LCMScheduler";
    }

    @Override
    String settings() {
        return "{\"original_inference_steps\": 1000}";
    }

    @Override
    Set<String> unread() {
        return Set.of("timestep_spacing", "steps_offset");
    }

    @Override
    String betaStart() {
        return "0.00085";
    }

    @Override
    NoiseSource noise() {
        return drawing();
    }

    @Override
    boolean draws(int step, int steps) {
        return step < steps - 1;
    }

    @Test
    void moreStepsThanItWasDistilledOnAreRefused() {
        assertRefused("{\"original_inference_steps\": 7}", "original_inference_steps", "7", "8");
        assertRefused("{\"original_inference_steps\": 2000}", "original_inference_steps");
    }
}
