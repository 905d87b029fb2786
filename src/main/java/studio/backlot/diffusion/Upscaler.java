package studio.backlot.diffusion;

import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.raster.Plate;

/// Enlarges pictures by a fixed factor, inventing the detail.
public interface Upscaler {
    /// By how much one pass enlarges.
    int factor();

    /// One pass. Reports `upscale` for each tile done. MUST throw [studio.backlot.base.Cancelled]
    /// soon after the latch falls, between and inside tiles.
    Plate enlarge(Plate plate, Progress progress, Cancellation cancellation);

    /// How pictures are cut, for the recipe.
    Tiling tiling();

    /// Tiles of so many pixels, overlapping by so many, each computed with a margin that is thrown
    /// away.
    record Tiling(int tile, int overlap, int margin) {}
}
