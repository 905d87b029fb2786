package studio.backlot.credential;

import java.util.Optional;
import studio.backlot.raster.BurnIn;
import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;

/// The rectangle of a recorded asset that a file shows: the asset's whole pixels, so that they can
/// be held against the record, the part to take, and the words that are drawn into that part.
public record AssetCrop(Plate asset, Rectangle part, Optional<String> burnIn) {
    public AssetCrop {
        if (!part.fitsIn(asset.width(), asset.height())) {
            throw new IllegalArgumentException(
                    "an asset of " + asset.width() + "x" + asset.height() + " has no part " + part);
        }
    }

    /// A part without words in it.
    public AssetCrop(Plate asset, Rectangle part) {
        this(asset, part, Optional.empty());
    }

    /// The whole asset.
    public static AssetCrop whole(Plate asset) {
        return new AssetCrop(asset, Rectangle.ofSize(asset.width(), asset.height()));
    }

    /// The pixels of the part, with the words in them.
    Plate pixels() {
        boolean isWhole = part.width() == asset.width() && part.height() == asset.height();
        Plate shown = isWhole ? asset : asset.crop(part);
        return burnIn.map(words -> BurnIn.on(shown, words)).orElse(shown);
    }
}
