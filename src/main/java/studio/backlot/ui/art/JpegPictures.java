package studio.backlot.ui.art;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import studio.backlot.raster.Plate;
import studio.backlot.workflow.PictureRefused;

/// JPEG files as pixels, by the toolkit's own decoder; their size was looked at before.
final class JpegPictures {
    private JpegPictures() {}

    /// Decodes a JPEG, off the window's thread; throws [PictureRefused] where it cannot.
    static Plate decode(byte[] file) {
        var image = new Image(new ByteArrayInputStream(file));
        if (image.isError() || image.getWidth() < 1) {
            throw new PictureRefused(
                    "the JPEG cannot be decoded: it is damaged, or of a kind that is not read."
                            + " Save it anew as PNG");
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        byte[] rgb = new byte[argb.length * Plate.CHANNELS];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return new Plate(width, height, rgb);
    }
}
