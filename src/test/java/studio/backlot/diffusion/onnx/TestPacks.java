package studio.backlot.diffusion.onnx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.ModelFolder;
import studio.backlot.raster.Plate;

/// The packs that the engine's tests run, and pictures to compare with.
final class TestPacks {
    static final Path BACKDROP = Path.of("models/backdrop-mini");
    static final Path UPSCALER = Path.of("models/realesrgan-animevideo-x4");
    static final Path TINY = Path.of("src/test/resources/tiny-models/tiny-sd15");
    static final Path KNOWN_GOOD = Path.of("src/test/resources/known-good");

    private TestPacks() {}

    static ModelFolder folder(Path folder) {
        return new ModelFolder(
                String.valueOf(folder.getFileName()),
                folder,
                (paths, executor) -> () -> hashes(folder, paths));
    }

    private static List<HashedFile> hashes(Path folder, List<String> paths) {
        return paths.stream()
                .map(path -> {
                    try {
                        byte[] bytes = Files.readAllBytes(folder.resolve(path));
                        return new HashedFile(path, ContentHash.of(bytes), bytes.length);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    static OnnxPlateGenerator open(Path folder) {
        return OnnxPlateGenerator.open(
                folder(folder), Optional.of(folder(UPSCALER)), Runnable::run, Progress.NONE);
    }

    /// Peak signal-to-noise ratio in decibels over all samples.
    static double psnr(Plate plate, Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        if (image.getWidth() != plate.width() || image.getHeight() != plate.height()) {
            throw new AssertionError(plate + " is not of the size of " + png);
        }
        double squares = 0;
        for (int y = 0; y < plate.height(); y++) {
            for (int x = 0; x < plate.width(); x++) {
                int rgb = image.getRGB(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    int expected = rgb >> (16 - 8 * channel) & 0xff;
                    int actual = plate.rgb()[(y * plate.width() + x) * 3 + channel] & 0xff;
                    squares += (expected - actual) * (double) (expected - actual);
                }
            }
        }
        return squares == 0
                ? Double.POSITIVE_INFINITY
                : 10 * Math.log10(255.0 * 255.0 / (squares / plate.rgb().length));
    }
}
