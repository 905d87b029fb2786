package studio.backlot.diffusion;

import java.util.List;
import studio.backlot.base.Cancellation;

/// Turns token ids into what the denoiser reads.
public interface TextEncoder {
    /// Encodes prompts of equal length, in order. MUST throw [studio.backlot.base.Cancelled] soon
    /// after the latch falls.
    TextStates encode(List<int[]> tokenIds, Cancellation cancellation);
}
