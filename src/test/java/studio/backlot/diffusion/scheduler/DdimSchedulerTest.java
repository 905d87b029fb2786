package studio.backlot.diffusion.scheduler;

import org.junit.jupiter.api.Test;

class DdimSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "DDIMScheduler";
    }

    @Test
    void epsilonCannotStartFromPureNoise() {
        assertRefused(
                "{\"rescale_betas_zero_snr\": true, \"timestep_spacing\": \"trailing\"}",
                "prediction_type",
                "\"epsilon\"");
    }

    @Test
    void anOffsetBeyondTheTrainingScheduleIsRefused() {
        assertRefused("{\"steps_offset\": 200}", "steps_offset", "200", "1075");
    }

    @Test
    void aShareBeyondOneIsRefused() {
        assertRefused("{\"dynamic_thresholding_ratio\": 1.5}", "dynamic_thresholding_ratio", "1.5");
        assertRefused("{\"clip_sample\": 1}", "clip_sample", "true or false");
    }
}
