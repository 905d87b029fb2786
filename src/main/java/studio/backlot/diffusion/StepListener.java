package studio.backlot.diffusion;

/// Is shown the latents after every denoising step; called on the working thread and MUST NOT
/// change or keep the array.
@FunctionalInterface
public interface StepListener {
    StepListener NONE = (step, timestep, latents) -> {};

    /// Step `step` (from 0) at this timestep is done.
    void stepped(int step, float timestep, float[] latents);
}
