package studio.backlot.raster;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// PNG files of every colour type and depth, plain and interlaced, written by ImageIO.
final class PngSamples {
    private PngSamples() {}

    /// A name, the image that was written, and the file.
    record Sample(String name, BufferedImage image, byte[] png) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> all() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int[] size : new int[][] {{1, 1}, {2, 3}, {5, 9}, {67, 41}}) {
            for (boolean interlaced : new boolean[] {false, true}) {
                for (int bits : new int[] {1, 2, 4, 8, 16}) {
                    int type = bits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
                    var grey = ImageTypeSpecifier.createGrayscale(bits, type, false);
                    samples.add(
                            sample(
                                    "grey " + bits,
                                    grey.createBufferedImage(size[0], size[1]),
                                    interlaced));
                }
                for (int bits : new int[] {1, 2, 4, 8}) {
                    samples.add(sample("palette " + bits, indexed(bits, size, false), interlaced));
                    samples.add(
                            sample(
                                    "palette with alpha " + bits,
                                    indexed(bits, size, true),
                                    interlaced));
                }
                for (int bits : new int[] {8, 16}) {
                    samples.add(
                            sample(
                                    "rgb " + bits,
                                    direct(bits, size, ColorSpace.CS_sRGB, false),
                                    interlaced));
                    samples.add(
                            sample(
                                    "rgba " + bits,
                                    direct(bits, size, ColorSpace.CS_sRGB, true),
                                    interlaced));
                    samples.add(
                            sample(
                                    "grey alpha " + bits,
                                    direct(bits, size, ColorSpace.CS_GRAY, true),
                                    interlaced));
                }
            }
        }
        return samples;
    }

    private static BufferedImage indexed(int bits, int[] size, boolean hasAlpha) {
        int count = 1 << bits;
        byte[][] colours = new byte[4][count];
        var random = new Random(bits);
        for (byte[] channel : colours) {
            random.nextBytes(channel);
        }
        var palette =
                hasAlpha
                        ? new IndexColorModel(
                                bits, count, colours[0], colours[1], colours[2], colours[3])
                        : new IndexColorModel(bits, count, colours[0], colours[1], colours[2]);
        int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
        return new BufferedImage(size[0], size[1], type, palette);
    }

    private static BufferedImage direct(int bits, int[] size, int space, boolean hasAlpha) {
        int type = bits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        int transparency = hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        var model =
                new ComponentColorModel(
                        ColorSpace.getInstance(space), hasAlpha, false, transparency, type);
        WritableRaster raster = model.createCompatibleWritableRaster(size[0], size[1]);
        return new BufferedImage(model, raster, false, null);
    }

    private static Sample sample(String kind, BufferedImage image, boolean interlaced)
            throws IOException {
        String name =
                kind
                        + " "
                        + image.getWidth()
                        + "x"
                        + image.getHeight()
                        + (interlaced ? " interlaced" : "");
        var random = new Random(name.hashCode());
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(
                            x,
                            y,
                            band,
                            random.nextInt(1 << image.getSampleModel().getSampleSize(band)));
                }
            }
        }
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(
                interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Sample(name, image, out.toByteArray());
    }
}
