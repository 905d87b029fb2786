package studio.backlot.credential;

import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;

/// The rectangle of a recorded asset that a file shows: the asset's whole pixels, so that they can
/// be held against the record, and the part to take.
public record AssetCrop(Plate asset, Rectangle part) {
    public AssetCrop {
        if (!part.fitsIn(asset.width(), asset.height())) {
            throw new IllegalArgumentException(
                    "an asset of " + asset.width() + "x" + asset.height() + " has no part " + part);
        }
    }

    /// The whole asset.
    public static AssetCrop whole(Plate asset) {
        return new AssetCrop(asset, Rectangle.ofSize(asset.width(), asset.height()));
    }

    /// The pixels of the part.
    Plate pixels() {
        boolean isWhole = part.width() == asset.width() && part.height() == asset.height();
        return isWhole ? asset : asset.crop(part);
    }
}
