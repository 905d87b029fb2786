package studio.backlot.diffusion.scheduler;

import org.junit.jupiter.api.Test;

class UniPcSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "UniPCMultistepScheduler";
    }

    @Test
    void whatThisBuildHasNotIsRefused() {
        assertRefused("{\"use_flow_sigmas\": true}", "use_flow_sigmas");
        assertRefused("{\"use_dynamic_shifting\": true}", "use_dynamic_shifting");
        assertRefused("{\"solver_p\": {}}", "solver_p", "null");
        assertRefused("{\"shift_terminal\": 0.1}", "shift_terminal");
        assertRefused("{\"solver_order\": 5}", "solver_order", "1 to 4");
        assertRefused("{\"solver_type\": \"rk4\"}", "solver_type", "rk4");
        assertRefused("{\"solver_type\": \"bh1\"}", "final_sigmas_type", "sigma_min");
        assertRefused("{\"predict_x0\": false}", "final_sigmas_type", "sigma_min");
        assertRefused("{\"disable_corrector\": [0.5]}", "disable_corrector", "0.5");
        assertRefused(
                "{\"num_train_timesteps\": 8, \"timestep_spacing\": \"leading\"}",
                "timestep_spacing",
                "8 steps");
    }
}
