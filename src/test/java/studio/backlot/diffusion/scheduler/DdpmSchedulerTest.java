package studio.backlot.diffusion.scheduler;

import org.junit.jupiter.api.Test;

class DdpmSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "DDPMScheduler";
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
    void aVarianceThatIsLearnedIsRefused() {
        assertRefused("{\"variance_type\": \"learned_range\"}", "variance_type", "learned_range");
        assertRefused("{\"variance_type\": \"fixed_large_log\"}", "variance_type", "fixed_small");
    }
}
