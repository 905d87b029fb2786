package studio.backlot.diffusion;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.HashedFile;
import studio.backlot.base.JsonValue.JsonObject;

/// Everything that decided the pixels of one plate, as it was used.
///
/// @param prompt token ids of the prompt, padding included
/// @param negative token ids of the negative prompt; empty when it was not used (guidance 1 and
///   below)
/// @param packs the model files used, by pack
public record UsedRecipe(
        Sampling sampling,
        int[] prompt,
        int[] negative,
        FramePlan frame,
        Optional<Enlarging> enlarging,
        Computing computing,
        List<UsedPack> packs) {
    /// The generator of the noise.
    public static final String GENERATOR = "torch-cpu-mt19937";

    /// The scheduler as resolved, and the numbers that drive it.
    ///
    /// @param config every setting with defaults, decimals as strings
    /// @param sigmas empty where the algorithm has none
    /// @param seed of [#GENERATOR], which uses its low 32 bits
    public record Sampling(
            String scheduler,
            JsonObject config,
            float[] timesteps,
            float[] sigmas,
            int inferenceSteps,
            double guidanceScale,
            long seed) {}

    /// The upscaler and how it cut the picture.
    public record Enlarging(String pack, int factor, int passes, Upscaler.Tiling tiling) {}

    /// Where and how it was computed.
    ///
    /// @param provider such as `CPUExecutionProvider`
    /// @param library such as `onnxruntime 1.26.0`
    /// @param processors the processors that the library could use; it chose its threads from them
    /// @param precision element type of the denoiser's input, such as `float`
    public record Computing(String provider, String library, int processors, String precision) {}

    /// The files of one pack that were loaded.
    public record UsedPack(String id, List<HashedFile> files) {}
}
