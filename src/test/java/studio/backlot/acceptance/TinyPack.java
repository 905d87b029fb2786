package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// A copy of the small test pack, which makes 64×64 plates in a fraction of a second and may be
/// damaged at will.
public final class TinyPack {
    private static final Path SOURCE = Path.of("src/test/resources/tiny-models/tiny-sd15");

    private TinyPack() {}

    /// Copies the pack to `packs/name`, with a scheduler that this program has, and returns its
    /// folder.
    public static Path install(Path packs, String name) throws IOException {
        Path folder = packs.resolve(name);
        copy(SOURCE, folder);
        Path config = folder.resolve("scheduler/scheduler_config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("PNDMScheduler", "DDIMScheduler"));
        return folder;
    }

    /// Copies a folder with all that is in it.
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(file, to.resolve(from.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Changes one bit of a file's byte, counted from the start, or from the end where negative.
    public static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        Files.write(file, bytes);
    }
}
