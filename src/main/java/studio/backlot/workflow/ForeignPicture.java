package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import studio.backlot.raster.MalformedPng;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;

/// A picture file from elsewhere, read whole and decoded.
public final class ForeignPicture {
    static final String PNG = "image/png";

    private static final String JPEG = "image/jpeg";
    private static final long MOST_BYTES = 64L << 20;
    private static final long MEGABYTE = 1_000_000;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String name;
    private final byte[] file;
    private final String mediaType;
    private final Plate plate;

    private ForeignPicture(String name, byte[] file, String mediaType, Plate plate) {
        this.name = name;
        this.file = file;
        this.mediaType = mediaType;
        this.plate = plate;
    }

    /// Reads a file; `jpeg` decodes the bytes of a JPEG and throws [PictureRefused] where it
    /// cannot. Throws [PictureRefused], in words, for what is no picture, too large or damaged.
    public static ForeignPicture read(Path path, Function<byte[], Plate> jpeg) {
        String name = String.valueOf(path.getFileName());
        byte[] file = bytes(path, name);
        if (begins(file, PNG_SIGNATURE)) {
            return new ForeignPicture(name, file, PNG, png(file, name));
        }
        if (begins(file, JPEG_SIGNATURE)) {
            JpegSize.require(file, name);
            return new ForeignPicture(name, file, JPEG, jpeg.apply(file));
        }
        throw new PictureRefused(
                name + " is not a picture that can be read here: give a PNG or a JPEG file");
    }

    /// The name of the file.
    public String name() {
        return name;
    }

    /// The bytes that came.
    byte[] file() {
        return file.clone();
    }

    /// What kind of file it is, such as `image/png`.
    String mediaType() {
        return mediaType;
    }

    /// Its pixels.
    Plate plate() {
        return plate;
    }

    private static byte[] bytes(Path path, String name) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new PictureRefused(name + " is not a file: give a PNG or a JPEG file");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new PictureRefused(
                        "%s has %d MB, and a reference at most %d MB: make it smaller first"
                                .formatted(
                                        name, Files.size(path) / MEGABYTE, MOST_BYTES / MEGABYTE));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new PictureRefused(
                    name + " could not be read (" + e.getMessage() + "): look whether it is there",
                    e);
        }
    }

    private static Plate png(byte[] file, String name) {
        try {
            return PngReader.read(file).plate();
        } catch (MalformedPng e) {
            throw new PictureRefused(
                    name + " cannot be shown: " + e.getMessage() + ". Save it anew as PNG", e);
        }
    }

    private static boolean begins(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }
}
