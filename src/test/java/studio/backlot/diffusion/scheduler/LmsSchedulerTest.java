package studio.backlot.diffusion.scheduler;

import java.util.Set;

class LmsSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "LMSDiscreteScheduler";
    }

    @Override
    Set<String> unread() {
        return Set.of("rescale_betas_zero_snr");
    }
}
