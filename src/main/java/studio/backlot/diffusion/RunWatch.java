package studio.backlot.diffusion;

import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;

/// Who looks on while a plate is made: whoever is shown the latents, keeps checkpoints, hears of
/// progress, and may stop it.
public record RunWatch(
        StepListener listener,
        Checkpoints checkpoints,
        Progress progress,
        Cancellation cancellation) {
    /// One that keeps no checkpoints.
    public static RunWatch of(StepListener listener, Progress progress, Cancellation cancellation) {
        return new RunWatch(listener, Checkpoints.NONE, progress, cancellation);
    }

    /// The same with other checkpoints.
    public RunWatch with(Checkpoints others) {
        return new RunWatch(listener, others, progress, cancellation);
    }
}
