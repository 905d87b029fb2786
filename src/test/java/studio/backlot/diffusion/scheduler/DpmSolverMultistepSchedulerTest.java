package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DpmSolverMultistepSchedulerTest extends SchedulerContract {
    private static final NoiseSource ZEROS = into -> java.util.Arrays.fill(into, 0);

    @Override
    String name() {
        return "DPMSolverMultistepScheduler";
    }

    @Test
    void whatThisBuildHasNotIsRefused() {
        assertRefused("{\"use_flow_sigmas\": true}", "use_flow_sigmas");
        assertRefused("{\"use_dynamic_shifting\": true}", "use_dynamic_shifting");
        assertRefused("{\"variance_type\": \"learned_range\"}", "variance_type", "learned_range");
        assertRefused("{\"solver_order\": 4}", "solver_order", "4", "1 to 3");
        assertRefused("{\"solver_type\": \"rk4\"}", "solver_type", "rk4");
        assertRefused("{\"algorithm_type\": \"unipc\"}", "algorithm_type", "unipc");
        assertRefused("{\"algorithm_type\": \"dpmsolver\"}", "final_sigmas_type", "sigma_min");
        assertRefused(
                "{\"algorithm_type\": \"sde-dpmsolver\", \"final_sigmas_type\": \"sigma_min\", \"solver_order\": 3}",
                "solver_order");
        assertRefused("{\"lambda_min_clipped\": \"low\"}", "lambda_min_clipped");
        assertRefused("{\"lambda_min_clipped\": 99}", "lambda_min_clipped", "no timestep");
        assertRefused(
                "{\"num_train_timesteps\": 8, \"timestep_spacing\": \"leading\"}",
                "timestep_spacing",
                "8 steps");
    }

    @Test
    void minusInfinityMayComeAsTheWordThatPythonWrites() {
        assertThat(scheduler("{\"lambda_min_clipped\": \"-Infinity\"}", 8).timesteps())
                .containsExactly(scheduler("{}", 8).timesteps());
    }

    @Test
    void aStepLeftOutOrTakenTwiceIsRefused() {
        Scheduler scheduler = scheduler("{}", 8);
        scheduler.step(new float[2], 3, new float[2], ZEROS);

        assertThatThrownBy(() -> scheduler.step(new float[2], 5, new float[2], ZEROS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("step 5 of 8")
                .hasMessageContaining("4 is next");
        assertThatThrownBy(() -> scheduler.step(new float[2], 3, new float[2], ZEROS))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stochasticStepsDrawOnceEachAndReuseTheirBuffer() {
        Scheduler scheduler = scheduler("{\"algorithm_type\": \"sde-dpmsolver++\"}", 4);
        var draws = new java.util.ArrayList<float[]>();
        for (int step = 0; step < 4; step++) {
            scheduler.step(new float[2], step, new float[2], draws::add);
        }

        assertThat(draws)
                .hasSize(4)
                .allSatisfy(drawn -> assertThat(drawn).isSameAs(draws.getFirst()));
    }
}
