package studio.backlot.diffusion.scheduler;

import java.util.Set;

class HeunSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "HeunDiscreteScheduler";
    }

    @Override
    int stepsFor(int asked) {
        return 2 * asked - 1;
    }

    @Override
    String betaStart() {
        return "0.00085";
    }

    @Override
    Set<String> unread() {
        return Set.of("rescale_betas_zero_snr");
    }
}
