package studio.backlot.diffusion;

import studio.backlot.raster.Plate;

/// Is shown the latents after every denoising step; called on the working thread and MUST NOT
/// change or keep the arrays.
@FunctionalInterface
public interface StepListener {
    StepListener NONE = (step, timestep, latents) -> {};

    /// Denoising of latents of this shape begins; `decoder` serves until the run ends, on the
    /// working thread.
    default void begun(LatentShape shape, VaeDecoder decoder) {}

    /// Step `step` (from 0) at this timestep is done.
    void stepped(int step, float timestep, float[] latents);

    /// The last latents, and the picture that they were decoded to.
    default void decoded(float[] latents, Plate plate) {}
}
