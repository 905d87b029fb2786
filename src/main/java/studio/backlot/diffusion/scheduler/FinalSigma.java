package studio.backlot.diffusion.scheduler;

/// The noise level after the last step: none, or that of the first training timestep.
enum FinalSigma {
    ZERO,
    SIGMA_MIN;

    static float of(SchedulerConfig config, float[] trainingSigmas) {
        return switch (config.choice("final_sigmas_type", FinalSigma.class)) {
            case ZERO -> 0;
            case SIGMA_MIN -> trainingSigmas[0];
        };
    }
}
