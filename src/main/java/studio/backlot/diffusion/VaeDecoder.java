package studio.backlot.diffusion;

import studio.backlot.base.Cancellation;

/// Turns latents into a picture.
public interface VaeDecoder {
    /// Decodes one picture's latents as they come out of the loop: scaling and shift are the
    /// decoder's business. MUST throw [studio.backlot.base.Cancelled] soon after the latch falls,
    /// also in the middle.
    DecodedPicture decode(float[] latents, LatentShape shape, Cancellation cancellation);

    /// A picture in planes (all red, all green, all blue), nominally from −1 to 1.
    record DecodedPicture(float[] planes, PixelSize size) {}
}
