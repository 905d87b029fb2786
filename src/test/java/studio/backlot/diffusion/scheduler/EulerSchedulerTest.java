package studio.backlot.diffusion.scheduler;

import org.junit.jupiter.api.Test;

class EulerSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "EulerDiscreteScheduler";
    }

    @Test
    void whatThisBuildHasNotIsRefused() {
        assertRefused(
                "{\"use_beta_sigmas\": true, \"use_karras_sigmas\": true}",
                "use_beta_sigmas",
                "karras");
        assertRefused(
                "{\"use_karras_sigmas\": true, \"use_exponential_sigmas\": true}",
                "use_exponential_sigmas");
        assertRefused(
                "{\"interpolation_type\": \"cubic\"}",
                "interpolation_type",
                "cubic",
                "linear, log_linear");
        assertRefused(
                "{\"timestep_type\": \"other\"}", "timestep_type", "other", "discrete, continuous");
        assertRefused(
                "{\"final_sigmas_type\": \"none\"}",
                "final_sigmas_type",
                "none",
                "zero, sigma_min");
        assertRefused("{\"use_karras_sigmas\": true, \"sigma_min\": 0}", "sigma_min", "above 0");
        assertRefused("{\"use_karras_sigmas\": true, \"sigma_max\": \"x\"}", "sigma_max", "\"x\"");
    }
}
