package studio.backlot.diffusion;

import studio.backlot.raster.Plate;

/// A finished plate that no ledger knows yet, with what it was made of.
///
/// @param plate the pixels, overscan included; `recipe().frame()` says where the frame lies
public record GeneratedPlate(Plate plate, UsedRecipe recipe) {
    /// The pixels of the delivery frame alone.
    public Plate framed() {
        return plate.crop(recipe.frame().frame());
    }
}
