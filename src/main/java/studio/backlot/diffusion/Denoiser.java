package studio.backlot.diffusion;

import studio.backlot.base.Cancellation;

/// Predicts the noise (or velocity) in latents, given the text.
public interface Denoiser {
    /// Sets up memory for one job of this text and shape; the caller closes it.
    Denoising begin(TextStates text, LatentShape shape);

    /// One job at a denoiser. MUST NOT be shared by threads; a prediction allocates next to
    /// nothing.
    interface Denoising extends AutoCloseable {
        /// Predicts for one sample under each prompt of the text: `into` receives as many
        /// predictions, one after the other in the order of the prompts. MUST throw
        /// [studio.backlot.base.Cancelled] soon after the latch falls, also in the middle.
        void predict(float[] sample, float timestep, float[] into, Cancellation cancellation);

        @Override
        void close();
    }
}
