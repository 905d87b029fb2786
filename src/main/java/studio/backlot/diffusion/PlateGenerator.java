package studio.backlot.diffusion;

import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;

/// Makes plates with one loaded pack. One job at a time.
///
/// `generate` reports the stages `denoise`, `decode` and `upscale`. It MUST throw
/// [studio.backlot.base.Cancelled] soon after the latch falls, also in the middle of a model step,
/// and [PlateFailed], [SizeUnsupported] or a typed exception of the library's adapter, with words,
/// when there is no usable picture.
public interface PlateGenerator extends AutoCloseable {
    /// Which sizes the pack can make.
    PackLimits limits();

    /// Makes one plate; the answer says what was used, not what was asked.
    default GeneratedPlate generate(
            PlateRequest request, Progress progress, Cancellation cancellation) {
        return generate(request, StepListener.NONE, progress, cancellation);
    }

    /// Makes one plate and shows the latents after each step.
    GeneratedPlate generate(
            PlateRequest request,
            StepListener listener,
            Progress progress,
            Cancellation cancellation);

    /// Makes one plate from the newest checkpoint, where there is one of just this recipe, and
    /// keeps further ones. One that can only begin anew does that.
    default GeneratedPlate generate(PlateRequest request, RunWatch watch) {
        return generate(request, watch.listener(), watch.progress(), watch.cancellation());
    }

    /// Frees the models.
    @Override
    void close();
}
