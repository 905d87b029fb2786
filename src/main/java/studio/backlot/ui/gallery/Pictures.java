package studio.backlot.ui.gallery;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.backlot.raster.Plate;

/// Plates as pictures of the window. Takes a few milliseconds for a large one: off the window's
/// thread, where it is not for a card.
public final class Pictures {
    private Pictures() {}

    /// The same pixels as an image of the toolkit.
    public static Image of(Plate plate) {
        var image = new WritableImage(plate.width(), plate.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        plate.width(),
                        plate.height(),
                        PixelFormat.getByteRgbInstance(),
                        plate.rgb(),
                        0,
                        plate.width() * Plate.CHANNELS);
        return image;
    }
}
